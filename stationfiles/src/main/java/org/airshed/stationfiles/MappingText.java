package org.airshed.stationfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airshed.engine.substance.Species;

/**
 * The text of a mapping: {@code key = value} lines in UTF-8. Empty lines and lines that begin with
 * {@code #} say nothing; each key stands once.
 */
final class MappingText {
    private static final int LONGEST_TEXT = 1 << 16; // bytes
    private static final int LONGEST_VALUE = 200; // characters

    /** A value and where it stands. */
    private record Entry(String value, int line) {}

    private final String name;
    private final String text;
    private final Map<MappingKey, Entry> entries = new EnumMap<>(MappingKey.class);

    /** Keys {@code species.CODE} and {@code unit.CODE} of the species besides the six. */
    private final Map<String, Entry> ofSpecies = new HashMap<>();

    private MappingText(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** The text as it was read. */
    String text() {
        return text;
    }

    /** Reads the text; the stream is closed. */
    static MappingText read(String name, InputStream in) throws UnusableFileException {
        byte[] bytes;
        try (in) {
            bytes = in.readNBytes(LONGEST_TEXT + 1);
        } catch (IOException failure) {
            throw new UnusableFileException(
                    Unusable.MAPPING_UNREADABLE.with(
                            "mapping", name, "failure", failure.getMessage()),
                    failure);
        }
        if (bytes.length > LONGEST_TEXT) {
            throw new UnusableFileException(Unusable.MAPPING_LONG.with("mapping", name));
        }
        MappingText text = new MappingText(name, decode(name, bytes));
        int number = 0;
        for (String line : text.text.split("\n", -1)) {
            number++;
            String bare = line.strip();
            if (!bare.isEmpty() && !bare.startsWith("#")) {
                text.add(bare, number);
            }
        }
        return text;
    }

    private static String decode(String name, byte[] bytes) throws UnusableFileException {
        try {
            String text = Words.strictly(StandardCharsets.UTF_8, bytes, 0, bytes.length);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new UnusableFileException(
                    Unusable.MAPPING_CHARSET.with("mapping", name), notUtf8);
        }
    }

    private void add(String bare, int line) throws UnusableFileException {
        int sign = bare.indexOf('=');
        if (sign < 1) {
            throw refusal(line, "line", bare, Expected.KEY_VALUE.plain());
        }
        String word = bare.substring(0, sign).strip();
        String value = bare.substring(sign + 1).strip();
        Optional<MappingKey> key = MappingKey.findByWord(word);
        boolean ofOne = isOfSpecies(word);
        if (key.isEmpty() && !ofOne) {
            String known =
                    Arrays.stream(MappingKey.values())
                            .map(MappingKey::word)
                            .collect(Collectors.joining(", "));
            throw refusal(line, word, value, Expected.KEYS.with("keys", known));
        }
        if (value.length() > LONGEST_VALUE || value.chars().anyMatch(Character::isISOControl)) {
            throw refusal(line, word, value, Expected.PLAIN_VALUE.plain());
        }
        if (value.isEmpty() && (ofOne || key.orElseThrow() != MappingKey.MISSING)) {
            throw refusal(line, word, value, Expected.VALUE_OR_NONE.plain());
        }
        Entry entry = new Entry(value, line);
        Entry earlier =
                ofOne
                        ? ofSpecies.putIfAbsent(word.toLowerCase(Locale.ROOT), entry)
                        : entries.putIfAbsent(key.orElseThrow(), entry);
        if (earlier != null) {
            throw refusal(line, word, value, Expected.KEY_ONCE.with("earlier", earlier.line()));
        }
    }

    private static boolean isOfSpecies(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Stream.of("species.", "unit.")
                .filter(lower::startsWith)
                .anyMatch(start -> Species.findByCode(lower.substring(start.length())).isPresent());
    }

    /** The column of a species besides the six, if the text names one. */
    Optional<String> findColumn(Species species) {
        return Optional.ofNullable(ofSpecies.get("species." + species.code())).map(Entry::value);
    }

    /** The unit of a species whose column the text names; refuses one without the other. */
    String unit(Species species) throws UnusableFileException {
        Entry unit = ofSpecies.get("unit." + species.code());
        if (unit == null) {
            throw badUnit(species);
        }
        return unit.value();
    }

    /** Refuses the unit of a species whose column is not named. */
    void refuseUnitAlone(Species species) throws UnusableFileException {
        Entry unit = ofSpecies.get("unit." + species.code());
        if (unit != null) {
            throw refusal(
                    unit.line(),
                    "unit." + species.code(),
                    unit.value(),
                    Expected.COLUMN_TOO.with("columnKey", "species." + species.code()));
        }
    }

    /** The refusal of a species' unit. */
    UnusableFileException badUnit(Species species) {
        Entry unit = ofSpecies.get("unit." + species.code());
        String key = "unit." + species.code();
        Expectation expected = Expected.UNITS.with("units", OtherUnit.expected(species));
        return unit == null
                ? Unusable.LINE_ABSENT.wanting(expected, "mapping", name, "key", key)
                : refusal(unit.line(), key, unit.value(), expected);
    }

    Optional<String> find(MappingKey key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    String valueOr(MappingKey key, String usual) {
        return find(key).orElse(usual);
    }

    String required(MappingKey key, Expectation expected) throws UnusableFileException {
        Optional<String> value = find(key);
        if (value.isEmpty()) {
            throw Unusable.LINE_ABSENT.wanting(expected, "mapping", name, "key", key.word());
        }
        return value.get();
    }

    /** A key without which another would make no sense, or with which it would make none. */
    void refuseTogether(MappingKey one, MappingKey other) throws UnusableFileException {
        if (find(one).isPresent() && find(other).isPresent()) {
            throw bad(other, Expected.NOT_BESIDE.with("one", other.word(), "other", one.word()));
        }
    }

    /** The refusal of a value that stands in this text. */
    UnusableFileException bad(MappingKey key, Expectation expected) {
        Entry entry = entries.get(key);
        return entry == null
                ? Unusable.LINE_WRONG.wanting(expected, "mapping", name, "key", key.word())
                : refusal(entry.line(), key.word(), entry.value(), expected);
    }

    private UnusableFileException refusal(
            int line, String key, String value, Expectation expected) {
        return new BadField(key, value, expected).unusable(name, line);
    }
}
