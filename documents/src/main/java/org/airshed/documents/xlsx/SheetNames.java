package org.airshed.documents.xlsx;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of sheets as spreadsheets accept them: at most 31 characters, none of {@code : \ / ? * [
 * ]}, no apostrophe at either end, not the reserved word History, and each once, whatever its case.
 */
final class SheetNames {
    private static final int LONGEST = 31; // UTF-16 units

    private final Set<String> taken = new HashSet<>(Set.of("history"));

    /** A name like the wish that no sheet has yet; {@code otherwise} if nothing of it is left. */
    String take(String wish, String otherwise) {
        String name = wish.replaceAll("[:\\\\/?*\\[\\]\\n]", " ").replaceAll(" {2,}", " ").strip();
        name = trimmed(name, LONGEST);
        if (name.isEmpty()) {
            name = otherwise;
        }
        String unique = name;
        for (int number = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); number++) {
            String suffix = " (" + number + ")";
            unique = trimmed(name, LONGEST - suffix.length()) + suffix;
        }
        return unique;
    }

    private static String trimmed(String name, int longest) {
        String cut = name;
        if (cut.length() > longest) {
            boolean inPair = Character.isHighSurrogate(cut.charAt(longest - 1));
            cut = cut.substring(0, inPair ? longest - 1 : longest);
        }
        return cut.replaceAll("^['\\s]+|['\\s]+$", "");
    }
}
