-- Waarom: een auditor leest de audit van nieuw naar oud, en vraagt wat een account deed. Zonder deze indexen las elke bladzijde de hele tabel.
create index audit_regel_op on audit_regel (op, audit_id);
create index audit_regel_actor on audit_regel (actor, op, audit_id);
