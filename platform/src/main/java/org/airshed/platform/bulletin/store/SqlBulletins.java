package org.airshed.platform.bulletin.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airshed.platform.bulletin.Bulletin;
import org.airshed.platform.bulletin.Bulletins;
import org.airshed.platform.bulletin.Content;
import org.airshed.platform.bulletin.ContentSource;
import org.airshed.platform.bulletin.Template;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.notary.ActDraft;
import org.airshed.platform.notary.Notary;
import org.airshed.platform.rights.Authority;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Page;
import org.airshed.platform.server.Paging;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.ServiceSettings;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The life of bulletins in tables; each step is an act of who takes it. */
@Repository
class SqlBulletins implements Bulletins {
    private final BulletinBook book;
    private final ContentSource source;
    private final Notary notary;
    private final ServiceSettings service;
    private final Clock clock = Clock.systemUTC();

    SqlBulletins(BulletinBook book, ContentSource source, Notary notary, ServiceSettings service) {
        this.book = book;
        this.source = source;
        this.notary = notary;
        this.service = service;
    }

    @Override
    public Page<Bulletin> bulletins(Paging paging) {
        return book.list(paging);
    }

    @Override
    public Bulletin bulletin(UUID id) {
        return book.find(id)
                .orElseThrow(
                        () -> Refusal.notFound("bulletin.unknown", Map.of("value", id.toString())));
    }

    @Override
    @Transactional
    public Bulletin draft(Authority authority, Template template, Period period) {
        if (period.kind() != template.kind()) {
            throw Refusal.badInput(
                    "bulletin.period-unfit",
                    Map.of("template", template.code(), "value", period.text()));
        }
        Set<JurisdictionCode> places = source.places(authority.mandates().keySet(), period);
        if (places.isEmpty()) {
            throw Refusal.badInput("bulletin.no-readings", Map.of("value", period.text()));
        }
        UUID id = UUID.randomUUID();
        Content content = source.content(template, period, places);
        record(authority, places, id, "bulletin.act.drafted", content.title(), Map.of());
        book.insert(
                new BulletinBook.Entry(
                        id, id, 1, template, period, places, content, authority.actor()));
        return bulletin(id);
    }

    @Override
    @Transactional
    public Bulletin edit(Authority authority, UUID id, String section, BilingualText text) {
        Bulletin bulletin = draftOf(authority, id);
        Content content = bulletin.content();
        if (content.findSection(section).isEmpty()) {
            throw Refusal.notFound("bulletin.section-unknown", Map.of("value", section));
        }
        var unknown = content.unknownFigures(text.zh() + text.en());
        if (!unknown.isEmpty()) {
            throw Refusal.badInput(
                    "bulletin.figure-unknown",
                    Map.of(
                            "value", String.join(", ", unknown),
                            "known", String.join(", ", content.figures().keySet())));
        }
        rewrite(authority, bulletin, content.edited(section, text), "bulletin.act.edited");
        return bulletin(id);
    }

    @Override
    @Transactional
    public Bulletin redraft(Authority authority, UUID id) {
        Bulletin bulletin = draftOf(authority, id);
        Content fresh = source.content(bulletin.template(), bulletin.period(), bulletin.places());
        rewrite(authority, bulletin, bulletin.content().renewed(fresh), "bulletin.act.redrafted");
        return bulletin(id);
    }

    /** New words or figures: printable, by whom is kept, and an act. */
    private void rewrite(Authority authority, Bulletin bulletin, Content content, String summary) {
        source.refuseUnprintable(content);
        book.rewrite(bulletin.id(), content, authority.actor());
        record(
                authority,
                bulletin.places(),
                bulletin.id(),
                summary,
                content.title(),
                Map.of("contentSha256", bulletin(bulletin.id()).contentSha256()));
    }

    /** The bulletin, kept from changing under our hands until the end of the transaction. */
    private Bulletin held(Authority authority, UUID id) {
        book.hold(id);
        Bulletin bulletin = bulletin(id);
        bulletin.places().forEach(authority::mandate);
        if (!book.visible(bulletin.places()).equals(bulletin.places())) {
            throw Refusal.forbidden("bulletin.places-unseen", Map.of("value", id.toString()));
        }
        return bulletin;
    }

    private Bulletin draftOf(Authority authority, UUID id) {
        Bulletin bulletin = held(authority, id);
        refuse(bulletin.refusesChange(), id);
        return bulletin;
    }

    private static void refuse(Optional<String> code, UUID id) {
        code.ifPresent(refused -> {
            throw Refusal.conflict(refused, Map.of("value", id.toString()));
        });
    }

    @Override
    @Transactional
    public Bulletin review(Authority authority, UUID id, Optional<String> read) {
        Bulletin bulletin = held(authority, id);
        refuse(bulletin.refusesReviewBy(authority.actor()), id);
        if (read.filter(sha256 -> !sha256.equals(bulletin.contentSha256())).isPresent()) {
            throw Refusal.conflict("bulletin.changed-since", Map.of("value", id.toString()));
        }
        record(
                authority,
                bulletin.places(),
                id,
                "bulletin.act.reviewed",
                bulletin.content().title(),
                Map.of("contentSha256", bulletin.contentSha256()));
        book.reviewed(id, authority.actor());
        return bulletin(id);
    }

    @Override
    @Transactional
    public Bulletin giveBack(Authority authority, UUID id) {
        Bulletin bulletin = held(authority, id);
        if (!(bulletin.state() instanceof Bulletin.State.Reviewed)) {
            throw Refusal.conflict("bulletin.not-reviewed", Map.of("value", id.toString()));
        }
        record(
                authority,
                bulletin.places(),
                id,
                "bulletin.act.given-back",
                bulletin.content().title(),
                Map.of("contentSha256", bulletin.contentSha256()));
        book.givenBack(id);
        return bulletin(id);
    }

    @Override
    @Transactional
    public Bulletin issue(Authority authority, UUID id) {
        book.lock();
        Bulletin bulletin = held(authority, id);
        refuse(bulletin.refusesIssueBy(authority.actor()), id);
        int year = LocalDate.ofInstant(clock.instant(), service.zone()).getYear();
        String number = "%s〔%d〕%d号".formatted("联防通报", year, book.nextNumber(year));
        UUID act =
                record(
                        authority,
                        bulletin.places(),
                        id,
                        "bulletin.act.issued",
                        bulletin.content().title(),
                        Map.of(
                                "number", number,
                                "version", bulletin.version(),
                                "contentSha256", bulletin.contentSha256()));
        book.issued(bulletin, authority.actor(), number, act);
        return bulletin(id);
    }

    @Override
    @Transactional
    public Bulletin correct(Authority authority, UUID id) {
        Bulletin bulletin = held(authority, id);
        refuse(bulletin.refusesCorrection(), id);
        if (book.hasVersion(bulletin.series(), bulletin.version() + 1)) {
            throw Refusal.conflict("bulletin.correction-open", Map.of("value", id.toString()));
        }
        UUID next = UUID.randomUUID();
        Content fresh = source.content(bulletin.template(), bulletin.period(), bulletin.places());
        record(
                authority,
                bulletin.places(),
                next,
                "bulletin.act.correction-drafted",
                bulletin.content().title(),
                Map.of("of", id.toString()));
        book.insert(
                new BulletinBook.Entry(
                        next,
                        bulletin.series(),
                        bulletin.version() + 1,
                        bulletin.template(),
                        bulletin.period(),
                        bulletin.places(),
                        bulletin.content().renewed(fresh),
                        authority.actor()));
        return bulletin(next);
    }

    @Override
    @Transactional
    public Bulletin acknowledge(Sight sight, UUID id) {
        Bulletin bulletin = bulletin(id);
        if (!(bulletin.state() instanceof Bulletin.State.Issued)) {
            throw Refusal.conflict("bulletin.not-issued", Map.of("value", id.toString()));
        }
        book.acknowledge(
                id,
                sight.viewer()
                        .orElseThrow(() -> Refusal.forbidden("bulletin.nobody-reads", Map.of())));
        return bulletin(id);
    }

    /**
     * One act for each mandate that allowed it, as with imports (decision 0070); the first's id.
     */
    private UUID record(
            Authority authority,
            Set<JurisdictionCode> places,
            UUID id,
            String summary,
            BilingualText title,
            Map<String, Object> facts) {
        Map<UUID, List<JurisdictionCode>> byMandate = new LinkedHashMap<>();
        places.stream()
                .sorted()
                .forEach(place ->
                        byMandate
                                .computeIfAbsent(authority.mandate(place), any -> new ArrayList<>())
                                .add(place));
        List<UUID> acts = new ArrayList<>();
        byMandate.forEach((mandate, some) -> {
            Map<String, Object> content = new TreeMap<>(facts);
            content.put("title", title.zh());
            content.put(
                    "places",
                    some.stream().map(JurisdictionCode::value).collect(Collectors.toList()));
            acts.add(
                    notary.record(
                            new ActDraft(
                                    authority.actor(),
                                    authority.kind(),
                                    mandate,
                                    some.size() == 1
                                            ? Optional.of(some.getFirst())
                                            : source.above(some),
                                    "bulletin/" + id,
                                    summary,
                                    Map.of("title", title.zh()),
                                    content)));
        });
        return acts.getFirst();
    }
}
