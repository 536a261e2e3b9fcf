DROP INDEX "submissions_form";--> statement-breakpoint
CREATE INDEX "submissions_newest" ON "submissions" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "submissions_state" ON "submissions" USING btree ("tenant_id","kyc_state","created_at","id");--> statement-breakpoint
CREATE INDEX "submissions_form_state" ON "submissions" USING btree ("form_id","tenant_id","kyc_state","created_at","id");--> statement-breakpoint
CREATE INDEX "submissions_form" ON "submissions" USING btree ("form_id","tenant_id","created_at","id");