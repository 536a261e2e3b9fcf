CREATE TABLE "document_warnings" (
	"document_id" text NOT NULL,
	"days_ahead" integer NOT NULL,
	"warned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_warnings_document_id_days_ahead_pk" PRIMARY KEY("document_id","days_ahead")
);
--> statement-breakpoint
CREATE TABLE "document_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"submission_id" text NOT NULL,
	"document_id" text NOT NULL,
	"decision" text NOT NULL,
	"request_id" text,
	"reviewed_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "information_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"submission_id" text NOT NULL,
	"field_id" text,
	"document_type_id" text,
	"document_id" text,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"requested_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_credentials" ADD COLUMN "last_sign_in_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "sealed_key" "bytea";--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "key_id" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "page_count" integer;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "width" integer;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "height" integer;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "uploaded_by" text;--> statement-breakpoint
ALTER TABLE "document_warnings" ADD CONSTRAINT "document_warnings_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_reviews" ADD CONSTRAINT "document_reviews_submission_id_directory_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."directory"("submission_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_reviews" ADD CONSTRAINT "document_reviews_request_id_information_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."information_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_requests" ADD CONSTRAINT "information_requests_submission_id_directory_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."directory"("submission_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_reviews_of_submission" ON "document_reviews" USING btree ("submission_id","created_at");--> statement-breakpoint
CREATE INDEX "information_requests_of_submission" ON "information_requests" USING btree ("submission_id","created_at");--> statement-breakpoint
CREATE INDEX "information_requests_open" ON "information_requests" USING btree ("submission_id") WHERE "information_requests"."answered_at" is null and "information_requests"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "documents_version_unique" ON "documents" USING btree ("submission_id","document_type_id","version");--> statement-breakpoint
CREATE INDEX "documents_expiring" ON "documents" USING btree ("expiry_date") WHERE "documents"."deleted_at" is null and "documents"."expiry_date" is not null;--> statement-breakpoint
CREATE INDEX "documents_by_key" ON "documents" USING btree ("key_id","id");--> statement-breakpoint
CREATE INDEX "documents_storage_key" ON "documents" USING btree ("storage_key");