ALTER TABLE "staff_users" DROP CONSTRAINT "staff_users_employee_id_employees_id_fk";
