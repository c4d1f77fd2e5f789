package org.airshed.platform.access.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may do and see what, by the words of docs/guide/access.md and nothing clever: every question
 * goes through every seat, mandate and grant, and climbs the tree step by step. The predicate in
 * SQL is tested against it.
 */
record NaiveRights(
        List<Place> places,
        List<Somebody> people,
        List<Organ> bodies,
        List<Chair> seats,
        List<Power> powers,
        List<Key> keys) {

    /** Half-open; no end: still holding. */
    record Span(Instant from, @Nullable Instant to) {
        boolean holds(Instant moment) {
            return !moment.isBefore(from) && (to == null || moment.isBefore(to));
        }
    }

    record Place(String code, @Nullable String parent, Span span) {}

    record Somebody(UUID id, String jurisdiction, @Nullable Instant disabled) {}

    record Organ(UUID id, Span span) {}

    record Chair(UUID id, UUID person, UUID body, String role, Span span) {}

    /** A mandate, which has a role, or a data grant, which has none; no body: the public. */
    record Power(
            UUID id,
            @Nullable UUID body,
            @Nullable String role,
            String word,
            String scope,
            Span span) {
        String kind() {
            return role == null ? "dataset" : "act";
        }
    }

    record Key(UUID id, UUID person, List<String> words, String scope, Span span) {}

    /** A power, and by which seat somebody holds it; nobody: everybody holds it. */
    record Held(@Nullable UUID person, @Nullable UUID seat, Power power) {}

    /** What is held at a moment. */
    Set<Held> held(Instant moment) {
        Set<Held> held = new HashSet<>();
        for (Power power : powers) {
            if (!power.span().holds(moment)) {
                continue;
            }
            if (power.body() == null) {
                held.add(new Held(null, null, power));
            }
            for (Chair seat : seats) {
                boolean gives =
                        seat.body().equals(power.body())
                                && (power.role() == null || power.role().equals(seat.role()));
                if (gives
                        && seat.span().holds(moment)
                        && body(seat.body()).span().holds(moment)
                        && enabled(person(seat.person()), moment)) {
                    held.add(new Held(seat.person(), seat.id(), power));
                }
            }
        }
        return held;
    }

    /**
     * What a person, or the public, holds over a jurisdiction, by their key if they brought one.
     */
    Set<Held> of(
            @Nullable UUID person,
            @Nullable UUID key,
            String kind,
            String word,
            String jurisdiction,
            Instant moment) {
        return over(kind, word, jurisdiction, moment).stream()
                .filter(held -> held.person() == null || held.person().equals(person))
                .filter(held -> key == null || opens(key, person, word, jurisdiction, moment))
                .collect(Collectors.toSet());
    }

    /** What anybody holds over a jurisdiction. */
    Set<Held> over(String kind, String word, String jurisdiction, Instant moment) {
        return held(moment).stream()
                .filter(held -> held.power().kind().equals(kind))
                .filter(held -> held.power().word().equals(word))
                .filter(held -> covers(held.power().scope(), jurisdiction, moment))
                .collect(Collectors.toSet());
    }

    /** The jurisdictions, and {@code *}, over which somebody holds a word. */
    Set<String> reach(
            @Nullable UUID person, @Nullable UUID key, String kind, String word, Instant moment) {
        Set<String> reach = new HashSet<>();
        for (String code : codes()) {
            if (!of(person, key, kind, word, code, moment).isEmpty()) {
                reach.add(code);
            }
        }
        return reach;
    }

    Set<String> codes() {
        Set<String> codes = places.stream().map(Place::code).collect(Collectors.toSet());
        codes.add("*");
        return codes;
    }

    private boolean opens(
            UUID key, @Nullable UUID person, String word, String jurisdiction, Instant moment) {
        return keys.stream()
                .anyMatch(known ->
                        known.id().equals(key)
                                && known.person().equals(person)
                                && known.span().holds(moment)
                                && known.words().contains(word)
                                && covers(known.scope(), jurisdiction, moment));
    }

    boolean covers(String scope, String jurisdiction, Instant moment) {
        if (jurisdiction.equals("*")) {
            return scope.equals("*");
        }
        Optional<Place> place = place(jurisdiction, moment);
        if (scope.equals("*")) {
            return place.isPresent();
        }
        // As many steps as there are places: a ring in the tree ends too.
        for (int step = 0; place.isPresent() && step <= places.size(); step++) {
            if (place.get().code().equals(scope)) {
                return true;
            }
            String parent = place.get().parent();
            place = parent == null ? Optional.empty() : place(parent, moment);
        }
        return false;
    }

    private Optional<Place> place(String code, Instant moment) {
        return places.stream()
                .filter(place -> place.code().equals(code) && place.span().holds(moment))
                .findFirst();
    }

    private Organ body(UUID id) {
        return bodies.stream().filter(body -> body.id().equals(id)).findFirst().orElseThrow();
    }

    Somebody person(UUID id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst().orElseThrow();
    }

    private static boolean enabled(Somebody person, Instant moment) {
        return person.disabled() == null
                || moment.isBefore(Objects.requireNonNull(person.disabled()));
    }
}
