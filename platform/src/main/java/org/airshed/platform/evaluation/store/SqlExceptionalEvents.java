package org.airshed.platform.evaluation.store;

import static org.airshed.platform.server.Keyset.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.airshed.engine.substance.Pollutant;
import org.airshed.platform.evaluation.ExceptionalEvent;
import org.airshed.platform.evaluation.ExceptionalEvent.State;
import org.airshed.platform.evaluation.ExceptionalEvents;
import org.airshed.platform.notary.ActDraft;
import org.airshed.platform.notary.Notary;
import org.airshed.platform.observation.Readings;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.Keyset;
import org.airshed.platform.server.Keyset.KeyType;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Exceptional events in their table; each claim and decision is an act in the same transaction. */
@Repository
class SqlExceptionalEvents implements ExceptionalEvents {
    private static final Keyset LATEST_FIRST =
            Keyset.descending(column("first_day", KeyType.DATE), column("id", KeyType.UUID));

    private final JdbcClient jdbc;
    private final Notary notary;

    SqlExceptionalEvents(JdbcClient jdbc, Notary notary) {
        this.jdbc = jdbc;
        this.notary = notary;
    }

    @Override
    public Page<ExceptionalEvent> events(Paging paging) {
        List<ExceptionalEvent> rows =
                jdbc.sql(
                                "select * from evaluation.exceptional_event where "
                                        + LATEST_FIRST.where(paging)
                                        + LATEST_FIRST.orderAndLimit(paging))
                        .params(LATEST_FIRST.parameters(paging))
                        .query(SqlExceptionalEvents::event)
                        .list();
        return LATEST_FIRST.page(
                rows, paging, row -> List.of(row.firstDay().toString(), row.id().toString()));
    }

    @Override
    public Map<JurisdictionCode, Map<Pollutant, Set<LocalDate>>> accepted(
            Set<JurisdictionCode> cities, LocalDate first, LocalDate last) {
        Map<JurisdictionCode, Map<Pollutant, Set<LocalDate>>> removed = new HashMap<>();
        jdbc.sql(
                        """
                        select * from evaluation.exceptional_event
                        where state = 'accepted' and jurisdiction = any (:cities)
                          and first_day <= :last and last_day >= :first
                        """)
                .param(
                        "cities",
                        cities.stream().map(JurisdictionCode::value).toArray(String[]::new))
                .param("first", first)
                .param("last", last)
                .query(SqlExceptionalEvents::event)
                .list()
                .forEach(event -> {
                    var days =
                            removed.computeIfAbsent(event.jurisdiction(), any -> new HashMap<>());
                    for (Pollutant pollutant : event.pollutants()) {
                        days.computeIfAbsent(pollutant, any -> new HashSet<>())
                                .addAll(
                                        event.firstDay()
                                                .datesUntil(event.lastDay().plusDays(1))
                                                .toList());
                    }
                });
        return removed;
    }

    @Override
    @Transactional
    public ExceptionalEvent claim(Authority authority, ExceptionalEvent.Claim claim) {
        UUID id = UUID.randomUUID();
        UUID act =
                record(
                        authority,
                        claim.jurisdiction(),
                        id,
                        "evaluation.act.event-claimed",
                        claim.firstDay() + "/" + claim.lastDay(),
                        Map.of(
                                "kind", claim.kind(),
                                "pollutants", codes(claim.pollutants()),
                                "firstDay", claim.firstDay().toString(),
                                "lastDay", claim.lastDay().toString(),
                                "evidence", claim.evidence()));
        jdbc.sql(
                        """
                        insert into evaluation.exceptional_event (id, jurisdiction, kind, pollutants, first_day,
                            last_day, evidence, claimed_by, claim_act)
                        values (:id, :jurisdiction, :kind, :pollutants, :first, :last, :evidence, :by, :act)
                        """)
                .param("id", id)
                .param("jurisdiction", claim.jurisdiction().value())
                .param("kind", claim.kind())
                .param("pollutants", codes(claim.pollutants()).toArray(String[]::new))
                .param("first", claim.firstDay())
                .param("last", claim.lastDay())
                .param("evidence", claim.evidence())
                .param("by", authority.actor())
                .param("act", act)
                .update();
        return find(id).orElseThrow();
    }

    @Override
    @Transactional
    public ExceptionalEvent decide(
            Authority authority, UUID event, boolean accepted, String reason) {
        ExceptionalEvent claim =
                find(event)
                        .orElseThrow(() ->
                                Refusal.notFound(
                                        "evaluation.event-unknown",
                                        Map.of("value", event.toString())));
        authority.mandate(claim.jurisdiction());
        claim.refusesDecisionBy(authority.actor())
                .ifPresent(code -> {
                    throw Refusal.conflict(code, Map.of("value", event.toString()));
                });
        UUID act =
                record(
                        authority,
                        claim.jurisdiction(),
                        event,
                        accepted ? "evaluation.act.event-accepted" : "evaluation.act.event-refused",
                        claim.firstDay() + "/" + claim.lastDay(),
                        Map.of("reason", reason, "claimAct", claim.claimAct().toString()));
        int decided =
                jdbc.sql(
                                """
                                update evaluation.exceptional_event set state = :state, decided_by = :by,
                                    decided_at = now(), reason = :reason, decision_act = :act
                                where id = :id and state = 'claimed'
                                """)
                        .param("state", accepted ? "accepted" : "refused")
                        .param("by", authority.actor())
                        .param("reason", reason)
                        .param("act", act)
                        .param("id", event)
                        .update();
        if (decided != 1) {
            // Somebody decided it between the question and the answer.
            throw Refusal.conflict("evaluation.event-decided", Map.of("value", event.toString()));
        }
        return find(event).orElseThrow();
    }

    private UUID record(
            Authority authority,
            JurisdictionCode city,
            UUID event,
            String summary,
            String days,
            Map<String, Object> content) {
        return notary.record(
                new ActDraft(
                        authority.actor(),
                        authority.kind(),
                        authority.mandate(city),
                        Optional.of(city),
                        "evaluation.exceptional-event/" + event,
                        summary,
                        Map.of("days", days),
                        content));
    }

    private Optional<ExceptionalEvent> find(UUID id) {
        return jdbc.sql("select * from evaluation.exceptional_event where id = :id")
                .param("id", id)
                .query(SqlExceptionalEvents::event)
                .optional();
    }

    private static List<String> codes(Set<Pollutant> pollutants) {
        return Readings.POLLUTANTS.stream()
                .filter(pollutants::contains)
                .map(Pollutant::code)
                .toList();
    }

    private static ExceptionalEvent event(ResultSet row, int at) throws SQLException {
        Set<Pollutant> pollutants = EnumSet.noneOf(Pollutant.class);
        List<String> codes = List.of((String[]) row.getArray("pollutants").getArray());
        for (Pollutant pollutant : Readings.POLLUTANTS) {
            if (codes.contains(pollutant.code())) {
                pollutants.add(pollutant);
            }
        }
        return new ExceptionalEvent(
                row.getObject("id", UUID.class),
                new JurisdictionCode(row.getString("jurisdiction")),
                row.getString("kind"),
                pollutants,
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("evidence"),
                row.getObject("claimed_by", UUID.class),
                row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
                row.getObject("claim_act", UUID.class),
                state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return state.equals("claimed")
                ? new State.Claimed()
                : new State.Decided(
                        state.equals("accepted"),
                        row.getObject("decided_by", UUID.class),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        row.getObject("decision_act", UUID.class));
    }
}
