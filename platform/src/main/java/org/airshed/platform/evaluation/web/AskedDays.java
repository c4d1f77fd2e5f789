package org.airshed.platform.evaluation.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.airshed.platform.evaluation.DailyAir;
import org.airshed.platform.evaluation.Period;
import org.airshed.platform.observation.Held;
import org.airshed.platform.observation.Observations;
import org.airshed.platform.rights.JurisdictionCode;
import org.airshed.platform.rights.Sight;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Which days and places a question about days is about, as far as the asker sees them. */
@Component
final class AskedDays {
    /** What the parameter of a period says of itself. */
    static final String PERIOD =
            "2026, 2026-Q1, 2026-03, 2026-W11, 2026-03-05 or 2026-03-05/2026-03-20; the month of the"
                    + " last day held when not given";

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final int MOST_DAYS = 366;

    private final Observations observations;
    private final DailyAir days;

    AskedDays(Observations observations, DailyAir days) {
        this.observations = observations;
        this.days = days;
    }

    /** What is held of the readings the asker sees. */
    Held held(Sight sight) {
        return observations
                .findHeld(sight.jurisdictions())
                .orElseThrow(() -> Refusal.notFound("evaluation.no-readings", Map.of()));
    }

    /** The days that are held. */
    DailyAir.Span span(Sight sight) {
        held(sight);
        return days.findSpan(sight.jurisdictions())
                .orElseThrow(() -> Refusal.notFound("evaluation.no-readings", Map.of()));
    }

    /** The days asked for, at most 366; usually those held of the last 366. */
    DailyAir.Span days(Sight sight, @Nullable String from, @Nullable String to) {
        LocalDate last = to == null || to.isBlank() ? span(sight).last() : date("to", to);
        LocalDate first =
                from == null || from.isBlank() ? last.minusDays(MOST_DAYS - 1) : date("from", from);
        Map<String, String> asked = Map.of("from", first.toString(), "to", last.toString());
        if (first.isAfter(last)) {
            throw Refusal.badInput("evaluation.period-reversed", asked);
        }
        if (first.isBefore(last.minusDays(MOST_DAYS - 1))) {
            throw Refusal.badInput("evaluation.too-many-days", asked);
        }
        return new DailyAir.Span(first, last);
    }

    /** The period asked for; usually the month of the last day held. */
    Period period(Sight sight, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Period.ofMonth(YearMonth.from(span(sight).last()));
        }
        return Period.find(text)
                .orElseThrow(() ->
                        Refusal.badInput("evaluation.period-unreadable", Map.of("value", text)));
    }

    /** A day somebody may have measured on. */
    static LocalDate date(String parameter, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= Period.FIRST_YEAR && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException unreadable) {
            // refused below, as a year nobody measured in is
        }
        throw Refusal.badInput(
                "evaluation.day-unreadable", Map.of("parameter", parameter, "value", text));
    }

    /** The place with this code, if the asker sees it. */
    static JurisdictionCode seen(Sight sight, String code) {
        return sight.jurisdictions().stream()
                .filter(city -> city.value().equals(code))
                .findFirst()
                .orElseThrow(() -> unknown(code));
    }

    static Refusal unknown(String code) {
        return Refusal.notFound("evaluation.city-unknown", Map.of("city", code));
    }

    /** A table to keep; its name says when it is not measured. */
    static ResponseEntity<String> csv(Held held, String name, String table) {
        String label = held.origin().synthetic() ? "SYNTHETIC-" : "";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("airshed-" + label + name + ".csv")
                                .build()
                                .toString())
                .body(table);
    }
}
