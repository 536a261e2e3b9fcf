ALTER TABLE "case_notes" ADD COLUMN "attempt" text;--> statement-breakpoint
CREATE UNIQUE INDEX "case_notes_attempt_unique" ON "case_notes" USING btree ("submission_id","author_id","attempt");