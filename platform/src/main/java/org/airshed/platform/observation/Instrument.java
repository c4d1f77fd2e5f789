package org.airshed.platform.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.airshed.platform.rights.JurisdictionCode;

/**
 * A device of a station.
 *
 * @param id its id
 * @param station the station's code
 * @param jurisdiction the station's city
 * @param entry what was entered of it
 * @param act the act that entered it
 * @param end how it ended, if an act ended it
 */
public record Instrument(
        UUID id,
        String station,
        JurisdictionCode jurisdiction,
        Entry entry,
        UUID act,
        Optional<End> end) {

    /**
     * What is said of an instrument.
     *
     * @param measures what it measures
     * @param method by what principle
     * @param primary whether the station reports its values, and not those of another beside it
     * @param maker who made it
     * @param model what the maker calls it
     * @param serial the maker's number of this piece
     * @param from since when it measures
     * @param to until when, the end not included; empty while it goes on
     * @param source what the entry rests on
     */
    public record Entry(
            List<Measure> measures,
            InstrumentMethod method,
            boolean primary,
            String maker,
            String model,
            String serial,
            Instant from,
            Optional<Instant> to,
            String source) {
        public Entry {
            measures = List.copyOf(measures);
        }
    }

    /**
     * What it measures.
     *
     * @param code of one of the six pollutants or of a species
     * @param detectionLimit in the unit in which its values are kept (the six: µg/m³, CO mg/m³)
     */
    public record Measure(String code, Optional<BigDecimal> detectionLimit) {}

    /**
     * Its end.
     *
     * @param source what the end rests on
     * @param act the act that ended it
     */
    public record End(String source, UUID act) {}
}
