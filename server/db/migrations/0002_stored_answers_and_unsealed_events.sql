ALTER TABLE "idempotency_keys" ALTER COLUMN "status_code" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_events_unsealed" ON "audit_events" USING btree ("tenant_id","at","id") WHERE "audit_events"."seq" is null;--> statement-breakpoint
ALTER TABLE "idempotency_keys" DROP COLUMN "claimed_until";