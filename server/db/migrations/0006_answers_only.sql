ALTER TABLE "idempotency_keys" DROP COLUMN "status_code";--> statement-breakpoint
-- Two calls under one key at once: the later one is told so at once instead of waiting for the earlier one's commit.
create function claim_idempotency_key() returns trigger language plpgsql as $$
declare
  call text := concat_ws('/', 'idempotency', new.client_id, new.operation, new.key);
begin
  if not pg_try_advisory_xact_lock(hashtextextended(call, 0)) then
    raise exception 'a call under this idempotency key is in flight' using errcode = 'lock_not_available';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger idempotency_keys_claimed before insert on idempotency_keys
  for each row execute function claim_idempotency_key();
