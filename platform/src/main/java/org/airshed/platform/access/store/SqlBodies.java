package org.airshed.platform.access.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.airshed.platform.access.Bodies;
import org.airshed.platform.access.Body;
import org.airshed.platform.access.DataGrant;
import org.airshed.platform.access.Mandate;
import org.airshed.platform.access.NewBody;
import org.airshed.platform.access.Rights;
import org.airshed.platform.access.Scope;
import org.airshed.platform.access.Seat;
import org.airshed.platform.access.Validity;
import org.airshed.platform.access.Viewer;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Bodies and what they give in PostgreSQL. Row-level security decides what is found. */
@Component
class SqlBodies implements Bodies {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private final JdbcClient jdbc;
    private final ActBook acts;
    private final Rights rights;
    private final BodyLists lists;

    SqlBodies(JdbcClient jdbc, ActBook acts, Rights rights) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.rights = rights;
        this.lists = new BodyLists(jdbc);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Body> bodies(Paging paging) {
        return lists.bodies(paging);
    }

    @Override
    public Page<Seat> seats(Paging paging) {
        return lists.seats(paging);
    }

    @Override
    public Page<Mandate> mandates(Paging paging) {
        return lists.mandates(paging);
    }

    @Override
    public Page<DataGrant> dataGrants(Paging paging) {
        return lists.dataGrants(paging);
    }

    @Override
    @Transactional
    public Body setUp(Authority authority, NewBody body) {
        mustBeCode("code", body.code());
        body.roles().forEach(role -> mustBeCode("roles", role.code()));
        acts.mandate(authority, body.jurisdiction());
        acts.mustExist(body.jurisdiction(), "jurisdiction");
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql(
                            """
                            insert into access.body
                                (id, code, zh_name, en_name, kind, jurisdiction, valid_from, valid_to)
                            values (:id, :code, :zh, :en, :kind, :jurisdiction, :from, :to)
                            """)
                    .param("id", id)
                    .param("code", body.code())
                    .param("zh", body.zhName())
                    .param("en", body.enName())
                    .param("kind", body.kind())
                    .param("jurisdiction", body.jurisdiction().code())
                    .param("from", Rows.utc(body.validity().from()))
                    .param("to", Rows.utc(body.validity().to()))
                    .update();
            for (Body.Role role : body.roles()) {
                jdbc.sql("insert into access.body_role values (:body, :role, :zh, :en)")
                        .param("body", id)
                        .param("role", role.code())
                        .param("zh", role.zhName())
                        .param("en", role.enName())
                        .update();
            }
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("access.body-taken", Map.of("body", body.code()));
        }
        acts.record(
                authority,
                body.jurisdiction(),
                "access.body/" + body.code(),
                "access.body-set-up",
                Map.of("body", body.code(), "name", body.zhName()));
        return new Body(
                id,
                body.code(),
                body.zhName(),
                body.enName(),
                body.kind(),
                body.jurisdiction(),
                body.validity(),
                body.roles());
    }

    @Override
    @Transactional
    public void close(Authority authority, String code) {
        Found body = body(code);
        acts.mandate(authority, body.scope());
        end("body", body.id(), "body", code);
        record(authority, body.scope(), "body/" + code, "access.body-closed", Map.of("body", code));
    }

    @Override
    @Transactional
    public Seat giveSeat(
            Authority authority,
            UUID person,
            String body,
            String role,
            Optional<UUID> deputyOf,
            Validity validity) {
        Found found = body(body);
        mustHaveRole(found, body, role);
        acts.mandate(authority, found.scope());
        List<String> reach =
                jdbc.sql("select * from access.reach_of_seat(:body, :role)")
                        .param("body", found.id())
                        .param("role", role)
                        .query(String.class)
                        .list();
        reach.stream()
                .filter(code -> !acts.covers(authority, Scope.of(code)))
                .findFirst()
                .ifPresent(code -> {
                    throw Refusal.forbidden(
                            "access.seat-reaches-further",
                            Map.of("body", body, "role", role, "scope", code));
                });
        if (!exists("select 1 from access.account_of(:id)", person)) {
            throw Refusal.badInput("access.person-unknown", Map.of("person", person.toString()));
        }
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into access.seat
                            (id, person, body, role, jurisdiction, deputy_of, valid_from, valid_to)
                        values (:id, :person, :body, :role, :jurisdiction, :deputy, :from, :to)
                        """)
                .param("id", id)
                .param("person", person)
                .param("body", found.id())
                .param("role", role)
                .param("jurisdiction", found.scope().code())
                .param("deputy", deputyOf.orElse(null), java.sql.Types.OTHER)
                .param("from", Rows.utc(validity.from()))
                .param("to", Rows.utc(validity.to()))
                .update();
        record(
                authority,
                found.scope(),
                "seat/" + id,
                "access.seat-given",
                Map.of("person", person.toString(), "body", body, "role", role));
        return new Seat(id, person, body, role, deputyOf, validity);
    }

    @Override
    @Transactional
    public void endSeat(Authority authority, UUID seat) {
        Scope scope = scope("select jurisdiction from access.seat where id = :id", "seat", seat);
        acts.mandate(authority, scope);
        end("seat", seat, "seat", seat.toString());
        record(authority, scope, "seat/" + seat, "access.seat-ended", Map.of("seat", seat + ""));
    }

    @Override
    @Transactional
    public Mandate giveMandate(
            Authority authority,
            String body,
            String role,
            ActKind act,
            Scope scope,
            String source,
            Validity validity) {
        Found found = body(body);
        mustHaveRole(found, body, role);
        acts.mandate(authority, scope);
        mustHold(authority, act, scope);
        acts.mustExist(scope, "scope");
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into access.mandate
                            (id, body, role, act, scope, source, valid_from, valid_to)
                        values (:id, :body, :role, :act, :scope, :source, :from, :to)
                        """)
                .param("id", id)
                .param("body", found.id())
                .param("role", role)
                .param("act", act.code())
                .param("scope", scope.code())
                .param("source", source)
                .param("from", Rows.utc(validity.from()))
                .param("to", Rows.utc(validity.to()))
                .update();
        record(
                authority,
                scope,
                "mandate/" + id,
                "access.mandate-given",
                Map.of("body", body, "role", role, "act", act.code(), "scope", scope.code()));
        return new Mandate(id, body, role, act, scope, source, validity);
    }

    @Override
    @Transactional
    public void endMandate(Authority authority, UUID mandate) {
        Scope scope = scope("select scope from access.mandate where id = :id", "mandate", mandate);
        acts.mandate(authority, scope);
        end("mandate", mandate, "mandate", mandate.toString());
        record(
                authority,
                scope,
                "mandate/" + mandate,
                "access.mandate-ended",
                Map.of("mandate", mandate.toString()));
    }

    @Override
    @Transactional
    public DataGrant grantData(
            Authority authority,
            Optional<String> body,
            Dataset dataset,
            Scope scope,
            String source,
            Validity validity) {
        acts.mandate(authority, scope);
        if (body.isEmpty() && dataset != Dataset.PUBLISHED_AIR) {
            throw Refusal.badInput(
                    "access.not-for-the-public",
                    Map.of("value", dataset.code(), "expected", Dataset.PUBLISHED_AIR.code()));
        }
        acts.mustExist(scope, "scope");
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into access.data_grant
                            (id, body, dataset, scope, source, valid_from, valid_to)
                        values (:id, :body, :dataset, :scope, :source, :from, :to)
                        """)
                .param("id", id)
                .param("body", body.map(code -> body(code).id()).orElse(null), java.sql.Types.OTHER)
                .param("dataset", dataset.code())
                .param("scope", scope.code())
                .param("source", source)
                .param("from", Rows.utc(validity.from()))
                .param("to", Rows.utc(validity.to()))
                .update();
        record(
                authority,
                scope,
                "data-grant/" + id,
                "access.data-granted",
                Map.of(
                        "body", body.orElse("*"),
                        "dataset", dataset.code(),
                        "scope", scope.code()));
        return new DataGrant(id, body, dataset, scope, source, validity);
    }

    @Override
    @Transactional
    public void endDataGrant(Authority authority, UUID grant) {
        Scope scope =
                scope("select scope from access.data_grant where id = :id", "data-grant", grant);
        acts.mandate(authority, scope);
        end("data_grant", grant, "data-grant", grant.toString());
        record(
                authority,
                scope,
                "data-grant/" + grant,
                "access.data-grant-ended",
                Map.of("grant", grant.toString()));
    }

    /** Nobody gives what they do not hold, but for who manages mandates everywhere. */
    private void mustHold(Authority authority, ActKind act, Scope scope) {
        boolean held =
                authority.everywhere().isPresent()
                        || rights.findAuthority(new Viewer.SignedIn(authority.actor()), act)
                                .filter(own -> acts.covers(own, scope))
                                .isPresent();
        if (!held) {
            throw Refusal.forbidden(
                    "access.act-not-held", Map.of("act", act.code(), "scope", scope.code()));
        }
    }

    private record Found(UUID id, Scope scope) {}

    private Found body(String code) {
        return jdbc.sql("select id, jurisdiction from access.body_named(:code)")
                .param("code", code)
                .query((row, number) ->
                        new Found(Rows.uuid(row, "id"), Scope.of(row.getString("jurisdiction"))))
                .optional()
                .orElseThrow(() -> unknown("body", code));
    }

    private void mustHaveRole(Found body, String code, String role) {
        List<String> roles =
                jdbc.sql("select role from access.body_role where body = :body order by role")
                        .param("body", body.id())
                        .query(String.class)
                        .list();
        if (!roles.contains(role)) {
            throw Refusal.badInput(
                    "access.role-unknown",
                    Map.of("value", role, "body", code, "expected", String.join(", ", roles)));
        }
    }

    private boolean exists(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Integer.class).optional().isPresent();
    }

    private Scope scope(String sql, String what, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query(String.class)
                .optional()
                .map(Scope::of)
                .orElseThrow(() -> unknown(what, id.toString()));
    }

    /** Ends what has not ended; a row that starts later than now never holds. */
    private void end(String table, UUID id, String what, String name) {
        mustNotStay(table, id, what, name);
        int ended =
                jdbc.sql(
                                "update access."
                                        + table
                                        + " set valid_to = greatest(valid_from, now())"
                                        + " where id = :id and (valid_to is null or valid_to > now())")
                        .param("id", id)
                        .update();
        if (ended == 0) {
            throw Refusal.conflict("access.ended-already", Map.of("what", what, "id", name));
        }
    }

    /** Refuses to end what the platform stands on, one such end after another. */
    private void mustNotStay(String table, UUID id, String what, String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('access.must_stay'))::text")
                .query(String.class)
                .optional();
        boolean stays =
                jdbc.sql("select coalesce(access.must_stay(:table, :id), false)")
                        .param("table", table)
                        .param("id", id)
                        .query(Boolean.class)
                        .single();
        if (stays) {
            throw Refusal.conflict("access.must-stay", Map.of("what", what, "id", name));
        }
    }

    private void record(
            Authority authority,
            Scope scope,
            String subject,
            String summary,
            Map<String, String> arguments) {
        acts.record(authority, scope, "access." + subject, summary, arguments);
    }

    private static void mustBeCode(String place, String code) {
        if (!CODE.matcher(code).matches()) {
            throw Refusal.badInput("access.code-malformed", Map.of("place", place, "value", code));
        }
    }

    private static Refusal unknown(String what, String id) {
        return Refusal.notFound("access.unknown", Map.of("what", what, "id", id));
    }
}
