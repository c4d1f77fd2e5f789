package org.airshed.platform.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.airshed.platform.access.Body;
import org.airshed.platform.access.DataGrant;
import org.airshed.platform.access.Mandate;
import org.airshed.platform.access.Scope;
import org.airshed.platform.access.Seat;
import org.airshed.platform.rights.ActKind;
import org.airshed.platform.rights.Dataset;
import org.airshed.platform.server.Keyset;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lists of the register, a page at a time. */
record BodyLists(JdbcClient jdbc) {
    private static final Keyset BY_CODE =
            Keyset.ascending(Keyset.column("b.code", Keyset.KeyType.TEXT));

    Page<Body> bodies(Paging paging) {
        List<Body> bodies =
                jdbc.sql(
                                "select b.* from access.body b where "
                                        + BY_CODE.where(paging)
                                        + BY_CODE.orderAndLimit(paging))
                        .params(BY_CODE.parameters(paging))
                        .query((row, number) -> body(row, List.of()))
                        .list();
        Map<UUID, List<Body.Role>> roles = roles(bodies.stream().map(Body::id).toList());
        List<Body> complete =
                bodies.stream()
                        .map(body -> withRoles(body, roles.getOrDefault(body.id(), List.of())))
                        .toList();
        return BY_CODE.page(complete, paging, body -> List.of(body.code()));
    }

    Page<Seat> seats(Paging paging) {
        return page(
                "select s.*, n.code as body_code from access.seat s, lateral"
                        + " access.body_code(s.body) n (code) where ",
                "s.id",
                paging,
                (row, number) ->
                        new Seat(
                                Rows.uuid(row, "id"),
                                Rows.uuid(row, "person"),
                                row.getString("body_code"),
                                row.getString("role"),
                                Rows.findUuid(row, "deputy_of"),
                                Rows.validity(row)),
                seat -> seat.id().toString());
    }

    Page<Mandate> mandates(Paging paging) {
        return page(
                "select m.*, n.code as body_code from access.mandate m, lateral"
                        + " access.body_code(m.body) n (code) where m.act = any (:known) and ",
                "m.id",
                paging,
                (row, number) ->
                        new Mandate(
                                Rows.uuid(row, "id"),
                                row.getString("body_code"),
                                row.getString("role"),
                                of(ActKind.values(), ActKind::code, row.getString("act")),
                                Scope.of(row.getString("scope")),
                                row.getString("source"),
                                Rows.validity(row)),
                mandate -> mandate.id().toString(),
                Arrays.stream(ActKind.values()).map(ActKind::code).toArray(String[]::new));
    }

    Page<DataGrant> dataGrants(Paging paging) {
        return page(
                "select g.*, n.code as body_code from access.data_grant g left join lateral"
                        + " access.body_code(g.body) n (code) on true where g.dataset = any (:known)"
                        + " and ",
                "g.id",
                paging,
                (row, number) ->
                        new DataGrant(
                                Rows.uuid(row, "id"),
                                Optional.ofNullable(row.getString("body_code")),
                                of(Dataset.values(), Dataset::code, row.getString("dataset")),
                                Scope.of(row.getString("scope")),
                                row.getString("source"),
                                Rows.validity(row)),
                grant -> grant.id().toString(),
                Arrays.stream(Dataset.values()).map(Dataset::code).toArray(String[]::new));
    }

    private <T> Page<T> page(
            String select,
            String key,
            Paging paging,
            RowMapper<T> mapper,
            Function<T, String> keyOf,
            String... known) {
        Keyset order = Keyset.ascending(Keyset.column(key, Keyset.KeyType.UUID));
        List<T> rows =
                jdbc.sql(select + order.where(paging) + order.orderAndLimit(paging))
                        .params(order.parameters(paging))
                        .param("known", known)
                        .query(mapper)
                        .list();
        return order.page(rows, paging, row -> List.of(keyOf.apply(row)));
    }

    private Map<UUID, List<Body.Role>> roles(List<UUID> bodies) {
        record Row(UUID body, Body.Role role) {}
        return jdbc
                .sql("select * from access.body_role where body = any (:bodies) order by role")
                .param("bodies", bodies.toArray(UUID[]::new))
                .query((row, number) ->
                        new Row(
                                Rows.uuid(row, "body"),
                                new Body.Role(
                                        row.getString("role"),
                                        row.getString("zh_name"),
                                        row.getString("en_name"))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::body, Collectors.mapping(Row::role, Collectors.toList())));
    }

    private static Body withRoles(Body body, List<Body.Role> roles) {
        return new Body(
                body.id(),
                body.code(),
                body.zhName(),
                body.enName(),
                body.kind(),
                body.jurisdiction(),
                body.validity(),
                roles);
    }

    private static Body body(ResultSet row, List<Body.Role> roles) throws SQLException {
        return new Body(
                Rows.uuid(row, "id"),
                row.getString("code"),
                row.getString("zh_name"),
                row.getString("en_name"),
                row.getString("kind"),
                Scope.of(row.getString("jurisdiction")),
                Rows.validity(row),
                roles);
    }

    private static <E> E of(E[] values, Function<E, String> code, String word) {
        return Arrays.stream(values)
                .filter(value -> code.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a word nobody knows: " + word));
    }
}
