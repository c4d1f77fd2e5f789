package org.airshed.platform.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.airshed.platform.server.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id and says what is wrong with a new one. Parameters: OWASP Password
 * Storage Cheat Sheet (2024), 19 MiB, 2 passes, 1 lane.
 */
@Component
public class Passwords {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    // Each hash takes 19 MiB and a core: more at once would only let a flood of sign-ins take both.
    private static final int MOST_AT_ONCE = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    // 32 letters without 0/O and 1/I/l: 5 bits each, 100 bits a password.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789A";
    private static final int ONE_TIME_LETTERS = 20;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE, true);
    private final String nobodysHash = encoder.encode(oneTime());

    /** What is wrong with a new password. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        CONTAINS_NAME,
        TOO_UNIFORM,
        WIDELY_USED,
        UNCHANGED;

        /** The code of the sentence that says it. */
        public String code() {
            return "access.password." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A random password of 100 bits. */
    public String oneTime() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < ONE_TIME_LETTERS; i++) {
            if (i > 0 && i % 5 == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    public String hash(String password) {
        return taking(() -> java.util.Objects.requireNonNull(encoder.encode(password)));
    }

    /** Whether the password is the hash's; takes as long when there is no hash to compare with. */
    public boolean matches(String password, @Nullable String hash) {
        return taking(() -> {
            boolean equal = encoder.matches(password, hash == null ? nobodysHash : hash);
            return equal && hash != null;
        });
    }

    /** What is wrong with a new password of this account; empty when it will do. */
    public List<Fault> faults(String password, String login, String before) {
        List<Fault> faults = new ArrayList<>();
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            faults.add(Fault.TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            faults.add(Fault.TOO_LONG);
        }
        String name = login.split("@", 2)[0];
        if (name.length() >= 3 && lower.contains(name)) {
            faults.add(Fault.CONTAINS_NAME);
        }
        if (password.codePoints().distinct().count() < 5) {
            faults.add(Fault.TOO_UNIFORM);
        }
        if (WidelyUsedPasswords.among(lower)) {
            faults.add(Fault.WIDELY_USED);
        }
        if (password.equals(before)) {
            faults.add(Fault.UNCHANGED);
        }
        return List.copyOf(faults);
    }

    private <T> T taking(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusal.unavailable("access.sign-in-busy", Map.of());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("access.sign-in-busy", Map.of());
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
