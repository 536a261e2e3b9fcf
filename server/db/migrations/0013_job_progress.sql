CREATE TABLE "job_progress" (
	"key" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"job" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer NOT NULL,
	"cursor" text,
	"note" text,
	"started_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "job_progress_newest" ON "job_progress" USING btree ("tenant_id","started_at");