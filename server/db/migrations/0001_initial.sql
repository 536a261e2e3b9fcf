CREATE TABLE "api_clients" (
	"app_id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"name" text NOT NULL,
	"secret_hash" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"client_id" text NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"input_hash" text NOT NULL,
	"status_code" integer,
	"answer" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_client_id_operation_key_pk" PRIMARY KEY("client_id","operation","key")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"type" text NOT NULL,
	"submission_id" text,
	"data" jsonb NOT NULL,
	"request_id" text NOT NULL,
	"seq" bigint,
	"previous_hash" text,
	"hash" text
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"id" text PRIMARY KEY NOT NULL,
	"submission_id" text NOT NULL,
	"field_id" text NOT NULL,
	"field_type_id" text NOT NULL,
	"value" jsonb NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"answered_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_credentials" (
	"submission_id" text PRIMARY KEY NOT NULL,
	"password_hash" text,
	"session_version" integer DEFAULT 1 NOT NULL,
	"password_set_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"user_type" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"mobile_number" text DEFAULT '' NOT NULL,
	"first_name" text,
	"last_name" text,
	"full_name" text,
	"registration_number" text,
	"trading_name" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"form_id" text NOT NULL,
	"form_version" integer NOT NULL,
	"employee_id" text NOT NULL,
	"kyc_state" text NOT NULL,
	"onboarding_progress" integer DEFAULT 0 NOT NULL,
	"onboarding_started" timestamp with time zone,
	"onboarding_completed" timestamp with time zone,
	"submission_classification" text NOT NULL,
	"approval_classification_state" text NOT NULL,
	"overridden_submission_classification" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory" (
	"submission_id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"user_type" text NOT NULL,
	"display_name" text NOT NULL,
	"trading_name" text,
	"registration_number" text,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"employee_id" text NOT NULL,
	"employee_name" text NOT NULL,
	"form_id" text NOT NULL,
	"form_name" text NOT NULL,
	"kyc_state" text NOT NULL,
	"risk_level_id" text,
	"risk_score" real,
	"risk_order" real GENERATED ALWAYS AS (coalesce(risk_score, -1)) STORED NOT NULL,
	"onboarding_progress" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"search_text" text COLLATE "C" GENERATED ALWAYS AS (fold_text(display_name || ' ' || coalesce(trading_name, '') || ' ' || coalesce(registration_number, '') || ' ' || email)) STORED NOT NULL,
	"name_keys" text[] GENERATED ALWAYS AS (name_keys(display_name)) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "profile_snapshots" (
	"submission_id" text NOT NULL,
	"version" integer NOT NULL,
	"content_hash" text NOT NULL,
	"profile" jsonb NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "profile_snapshots_submission_id_version_pk" PRIMARY KEY("submission_id","version")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"submission_id" text NOT NULL,
	"document_type_id" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"file_name" text NOT NULL,
	"original_file_name" text NOT NULL,
	"description" text,
	"content_type" text NOT NULL,
	"size_in_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"expiry_date" date,
	"storage_key" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "employees" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"name" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "form_versions" (
	"form_id" text NOT NULL,
	"version" integer NOT NULL,
	"pages" jsonb NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "form_versions_form_id_version_pk" PRIMARY KEY("form_id","version")
);
--> statement-breakpoint
CREATE TABLE "forms" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"name" text NOT NULL,
	"entity_type" text NOT NULL,
	"form_type" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"current_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"kind" text NOT NULL,
	"submission_id" text,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"sealed_body" "bytea",
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_fault" text,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "risk_assessments" (
	"id" text PRIMARY KEY NOT NULL,
	"submission_id" text NOT NULL,
	"model_id" text NOT NULL,
	"model_version" integer NOT NULL,
	"score" real NOT NULL,
	"calculated_risk_level_id" text NOT NULL,
	"risk_level_id" text NOT NULL,
	"is_provisional" boolean NOT NULL,
	"trigger" text NOT NULL,
	"detail" jsonb NOT NULL,
	"next_review_date" date,
	"assessed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"purpose" text NOT NULL,
	"subject_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_users" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"employee_id" text,
	"password_hash" text,
	"session_version" integer DEFAULT 1 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"last_sign_in_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_credentials" ADD CONSTRAINT "customer_credentials_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_form_id_forms_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."forms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_snapshots" ADD CONSTRAINT "profile_snapshots_submission_id_directory_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."directory"("submission_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_versions" ADD CONSTRAINT "form_versions_form_id_forms_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."forms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_assessments" ADD CONSTRAINT "risk_assessments_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_users" ADD CONSTRAINT "staff_users_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "public"."employees"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "audit_events_of_submission" ON "audit_events" USING btree ("submission_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_events_newest" ON "audit_events" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_events_seq_unique" ON "audit_events" USING btree ("tenant_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "answers_field_unique" ON "answers" USING btree ("submission_id","field_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_email_unique" ON "customers" USING btree ("tenant_id","email_key");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_customer_unique" ON "submissions" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "submissions_form" ON "submissions" USING btree ("form_id");--> statement-breakpoint
CREATE INDEX "directory_newest" ON "directory" USING btree ("tenant_id","created_at","submission_id");--> statement-breakpoint
CREATE INDEX "directory_own_newest" ON "directory" USING btree ("tenant_id","employee_id","created_at","submission_id");--> statement-breakpoint
CREATE INDEX "directory_updated" ON "directory" USING btree ("tenant_id","updated_at","submission_id");--> statement-breakpoint
CREATE INDEX "directory_name" ON "directory" USING btree ("tenant_id","search_text","submission_id");--> statement-breakpoint
CREATE INDEX "directory_risk" ON "directory" USING btree ("tenant_id","risk_order","submission_id");--> statement-breakpoint
CREATE INDEX "directory_state" ON "directory" USING btree ("tenant_id","kyc_state","created_at","submission_id");--> statement-breakpoint
CREATE INDEX "directory_level" ON "directory" USING btree ("tenant_id","risk_level_id","created_at","submission_id");--> statement-breakpoint
CREATE INDEX "directory_email" ON "directory" USING btree ("tenant_id","email_key");--> statement-breakpoint
CREATE INDEX "directory_registration" ON "directory" USING btree ("tenant_id","registration_number");--> statement-breakpoint
CREATE INDEX "directory_search" ON "directory" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "directory_name_keys" ON "directory" USING gin ("name_keys");--> statement-breakpoint
CREATE INDEX "documents_of_submission" ON "documents" USING btree ("submission_id","uploaded_at");--> statement-breakpoint
CREATE INDEX "employees_by_name" ON "employees" USING btree ("tenant_id","is_active","name","id");--> statement-breakpoint
CREATE INDEX "forms_list" ON "forms" USING btree ("tenant_id","is_active","name","id");--> statement-breakpoint
CREATE INDEX "mails_due" ON "mails" USING btree ("state","next_attempt_at");--> statement-breakpoint
CREATE INDEX "mails_newest" ON "mails" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "mails_of_submission" ON "mails" USING btree ("submission_id","created_at");--> statement-breakpoint
CREATE INDEX "risk_assessments_latest" ON "risk_assessments" USING btree ("submission_id","assessed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_time_links_token_unique" ON "one_time_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "one_time_links_subject" ON "one_time_links" USING btree ("purpose","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_users_email_unique" ON "staff_users" USING btree ("tenant_id","email_key");--> statement-breakpoint
CREATE INDEX "staff_users_list" ON "staff_users" USING btree ("tenant_id","name","id");