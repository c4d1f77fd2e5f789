package org.airshed.platform.sharing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A file that somebody asked for, and how far it is.
 *
 * @param rowsExpected how many rows it has at most: one for each hour or day in which a station or
 *     city stood; those without any value are left out
 */
public record Export(UUID id, ExportQuery query, Instant askedAt, long rowsExpected, State state) {
    /** How far it is. */
    public sealed interface State {
        /** The word sent over the API. */
        String code();
    }

    /** It waits for its turn. */
    public record Queued() implements State {
        @Override
        public String code() {
            return "queued";
        }
    }

    /**
     * It is being written.
     *
     * @param lookedAt how many of the expected rows were looked at
     * @param rows how many of these had a value and were written
     */
    public record Running(Instant since, long lookedAt, long rows) implements State {
        @Override
        public String code() {
            return "running";
        }
    }

    /**
     * It is complete.
     *
     * @param since when its writing began
     * @param sha256 of the file's bytes, hexadecimal
     * @param expires when the file is removed, or was
     * @param held whether the file can be fetched
     * @param synthetic whether it holds computed values instead of measured ones
     */
    public record Done(
            Instant since,
            Instant at,
            long rows,
            long bytes,
            String sha256,
            Instant expires,
            boolean held,
            boolean synthetic)
            implements State {
        @Override
        public String code() {
            return "done";
        }
    }

    /** It could not be written; the code's sentence says why. */
    public record Failed(Instant at, String reason, Map<String, String> arguments)
            implements State {
        public Failed {
            arguments = Map.copyOf(arguments);
        }

        @Override
        public String code() {
            return "failed";
        }
    }

    /** Who asked for it wanted it no more. */
    public record Cancelled(Instant at) implements State {
        @Override
        public String code() {
            return "cancelled";
        }
    }
}
