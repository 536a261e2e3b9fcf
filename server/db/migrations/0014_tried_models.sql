CREATE TABLE "risk_model_trial_moves" (
	"trial_id" text NOT NULL,
	"from_level" text NOT NULL,
	"to_level" text NOT NULL,
	"submission_id" text NOT NULL,
	"from_score" real NOT NULL,
	"to_score" real NOT NULL,
	CONSTRAINT "risk_model_trial_moves_trial_id_from_level_to_level_submission_id_pk" PRIMARY KEY("trial_id","from_level","to_level","submission_id")
);
--> statement-breakpoint
CREATE TABLE "risk_model_trials" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"version" integer NOT NULL,
	"revision" integer NOT NULL,
	"counts" jsonb NOT NULL,
	"held" integer DEFAULT 0 NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "risk_model_versions" ADD COLUMN "declined_by" text;--> statement-breakpoint
ALTER TABLE "risk_model_versions" ADD COLUMN "declined_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "risk_model_versions" ADD COLUMN "decline_note" text;--> statement-breakpoint
ALTER TABLE "risk_model_trial_moves" ADD CONSTRAINT "risk_model_trial_moves_trial_id_risk_model_trials_id_fk" FOREIGN KEY ("trial_id") REFERENCES "public"."risk_model_trials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "risk_model_trials_one" ON "risk_model_trials" USING btree ("tenant_id","version");--> statement-breakpoint
-- A version of the risk model begins as a draft, but for the one that the product came with. It changes while it is a draft; what was
-- proposed is what a second person releases.
create or replace function keep_model_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state = 'draft' or (new.state = 'released' and new.proposed_by is null and new.released_by is null
        and not exists (select 1 from risk_model_versions where tenant_id = new.tenant_id)) then
      return new;
    end if;
    raise exception 'a version of the risk model begins as a draft' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op = 'DELETE' or old.state in ('released', 'withdrawn') then
    raise exception 'a version of the risk model that was released or withdrawn is never changed or removed'
      using errcode = 'integrity_constraint_violation';
  end if;
  if new.definition is distinct from old.definition and old.state <> 'draft' then
    raise exception 'a proposed version of the risk model is not changed' using errcode = 'integrity_constraint_violation';
  end if;
  if (new.tenant_id, new.version, new.model_id) is distinct from (old.tenant_id, old.version, old.model_id) then
    raise exception 'a version of the risk model keeps its name' using errcode = 'integrity_constraint_violation';
  end if;
  if new.state = 'proposed' and new.proposed_by is null then
    raise exception 'a version of the risk model is proposed by somebody' using errcode = 'integrity_constraint_violation';
  end if;
  if new.state = 'released' and (old.state <> 'proposed' or new.released_by is null or new.proposed_by is null
      or new.proposed_by is distinct from old.proposed_by) then
    raise exception 'a version of the risk model is released by a second person' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
drop trigger risk_model_versions_kept on risk_model_versions;
--> statement-breakpoint
create trigger risk_model_versions_kept before insert or update or delete on risk_model_versions
  for each row execute function keep_model_version();
