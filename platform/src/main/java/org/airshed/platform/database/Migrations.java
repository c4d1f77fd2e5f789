package org.airshed.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The migrations of all rooms, rooms in the order in which they must run.
 *
 * @param rooms first to last
 * @param byRoom each room's files by name
 */
record Migrations(List<String> rooms, Map<String, List<Migration>> byRoom) {
    /** Counts up when what is granted besides the migrations changes. */
    private static final String GRANTS = "grants 1";

    private static final Pattern PLACE =
            Pattern.compile("db/migration/(?<room>[^/]+)/(?<file>[^/]+)$");
    private static final Pattern ROOM = Pattern.compile("[a-z][a-z0-9_]{0,30}");

    record Migration(String file, String sql) {}

    Migrations {
        rooms = List.copyOf(rooms);
        byRoom = Map.copyOf(byRoom);
    }

    /** Reads them from the class path and refuses a room without files or files without a room. */
    static Migrations of(Collection<? extends RoomSchema> schemas) throws IOException {
        Map<String, List<Migration>> found = read();
        Map<String, Set<String>> after = new TreeMap<>();
        for (RoomSchema schema : schemas) {
            if (!ROOM.matcher(schema.name()).matches()) {
                throw new IllegalArgumentException(
                        "expected a schema name of lower-case letters, digits and underscores,"
                                + " got \""
                                + schema.name()
                                + "\" from "
                                + schema.getClass().getName());
            }
            if (after.put(schema.name(), schema.after()) != null) {
                throw new IllegalArgumentException(
                        "two RoomSchema beans claim the schema \"" + schema.name() + "\"");
            }
        }
        if (!found.keySet().equals(after.keySet())) {
            throw new IllegalArgumentException(
                    "expected one RoomSchema bean for each folder in db/migration, got beans "
                            + after.keySet()
                            + " and folders "
                            + new TreeSet<>(found.keySet()));
        }
        return new Migrations(order(after), found);
    }

    private static Map<String, List<Migration>> read() throws IOException {
        Map<String, List<Migration>> found = new TreeMap<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:db/migration/*/*.sql")) {
            Matcher place = PLACE.matcher(resource.getURL().toString());
            if (place.find()) {
                found.computeIfAbsent(place.group("room"), room -> new ArrayList<>())
                        .add(
                                new Migration(
                                        place.group("file"),
                                        resource.getContentAsString(StandardCharsets.UTF_8)));
            }
        }
        found.values().forEach(files -> files.sort(Comparator.comparing(Migration::file)));
        return found;
    }

    /** Our own schema first, then every room after the rooms it names; by name where free. */
    private static List<String> order(Map<String, Set<String>> after) {
        List<String> ordered = new ArrayList<>();
        if (after.getOrDefault(DatabaseSchema.NAME, Set.of("absent")).isEmpty()) {
            ordered.add(DatabaseSchema.NAME);
        }
        while (ordered.size() < after.size()) {
            String next =
                    after.keySet().stream()
                            .filter(room -> !ordered.contains(room))
                            .filter(room -> ordered.containsAll(after.getOrDefault(room, Set.of())))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "expected an order of the rooms, got a circle"
                                                    + " or an unknown room in "
                                                    + after));
            ordered.add(next);
        }
        return ordered;
    }

    /** Changes when any migration, the order or the grants change: then Flyway runs. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, GRANTS);
            for (String room : rooms) {
                add(digest, room);
                for (Migration migration : byRoom.getOrDefault(room, List.of())) {
                    add(digest, migration.file());
                    add(digest, migration.sql());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
