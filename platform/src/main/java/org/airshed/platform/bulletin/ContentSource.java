package org.airshed.platform.bulletin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.airshed.documents.PdfWriter;
import org.airshed.platform.evaluation.DailyAir;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.evaluation.PlaceDays;
import org.airshed.platform.evaluation.RegionStatistics;
import org.airshed.platform.evaluation.Statistics;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.observation.Origin;
import org.airshed.platform.region.Jurisdiction;
import org.airshed.platform.region.Jurisdictions;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.server.BilingualText;
import org.airshed.platform.server.Language;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.Words;
import org.springframework.stereotype.Component;

/** Asks the evaluation for what a bulletin says. */
@Component
public class ContentSource {
    private final Statistics statistics;
    private final DailyAir days;
    private final Observations observations;
    private final Jurisdictions jurisdictions;
    private final Words words;
    private final Clock clock = Clock.systemUTC();

    ContentSource(
            Statistics statistics,
            DailyAir days,
            Observations observations,
            Jurisdictions jurisdictions,
            Words words) {
        this.statistics = statistics;
        this.days = days;
        this.observations = observations;
        this.jurisdictions = jurisdictions;
        this.words = words;
    }

    /** Those of these jurisdictions that have a valid day in the period. */
    public Set<JurisdictionCode> places(Set<JurisdictionCode> of, Period period) {
        return statistics.of(of, period).stream()
                .map(both -> both.raw().place())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a bulletin on these places says now. */
    public Content content(Template template, Period period, Set<JurisdictionCode> places) {
        Origin origin =
                observations
                        .findHeld(places)
                        .orElseThrow(() ->
                                Refusal.badInput(
                                        "bulletin.no-readings", Map.of("value", period.text())))
                        .origin();
        RegionStatistics region = statistics.region(places, period);
        if (template == Template.DAILY) {
            List<PlaceDays> cities =
                    List.copyOf(days.cities(places, period.first(), period.last()).values());
            return new DraftingDay(words, this::name, origin).of(region, cities);
        }
        return new Drafting(words, this::name, origin)
                .ofPeriod(
                        template,
                        new Drafting.Found(
                                region,
                                statistics.ranking(places, period.previous(), false),
                                statistics.ranking(places, period.yearBefore(), false)));
    }

    /**
     * Refuses words that no page can be set of: a character without a glyph, a control character.
     * What cannot be printed must not be issued.
     */
    public void refuseUnprintable(Content content) {
        Typesetting typesetting = new Typesetting(words, ZoneOffset.UTC);
        for (Language language : Language.values()) {
            try {
                PdfWriter.write(
                        typesetting.proof(content, language), OutputStream.nullOutputStream());
            } catch (IllegalArgumentException unprintable) {
                throw Refusal.badInput(
                        "bulletin.unprintable",
                        Map.of("reason", String.valueOf(unprintable.getMessage())));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private BilingualText name(JurisdictionCode code) {
        return jurisdictions
                .findJurisdiction(code, clock.instant())
                .map(Jurisdiction::name)
                .orElseGet(() -> new BilingualText(code.value(), code.value()));
    }

    /** The smallest jurisdiction that holds all of these; empty when none does. */
    public Optional<JurisdictionCode> above(List<JurisdictionCode> places) {
        return jurisdictions.smallestAbove(places, clock.instant());
    }
}
