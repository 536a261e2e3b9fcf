ALTER TABLE "dashboard_counts" ALTER COLUMN "counts" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "dashboard_counts" ALTER COLUMN "counted_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "dashboard_counts" ALTER COLUMN "took_ms" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "dashboard_counts" ADD COLUMN "claimed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "decisions_latest" ON "decisions" USING btree ("tenant_id","made_at","id");--> statement-breakpoint
CREATE INDEX "directory_counts" ON "directory" USING btree ("tenant_id","employee_id","kyc_state","risk_level_id");