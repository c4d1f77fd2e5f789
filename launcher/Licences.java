import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The licence gate: reads the bills of materials (CycloneDX JSON) and the web lock file, and refuses
 * when a linked component has no licence we may link: GPL, AGPL, LGPL without a choice, or none.
 *
 * <p>A component under several licences passes when one of them may be linked ("dual").
 */
final class Licences {
    /** Exact names of licences we may link: SPDX identifiers, and what some poms write instead. */
    private static final Set<String> MAY_LINK =
            Set.of(
                    "0bsd", "apache-2.0", "apache license 2.0", "apache license, version 2.0",
                    "the apache license, version 2.0", "the apache software license, version 2.0",
                    "blueoak-1.0.0", "bouncy castle licence", "bsd-2-clause", "bsd-3-clause", "cc0-1.0",
                    "edl 1.0", "epl-1.0", "epl-2.0", "eclipse public license v. 2.0", "isc", "mit", "mit-0",
                    "mit license", "the mit license", "mit-0 license", "mpl-2.0", "postgresql", "unlicense", "upl-1.0");

    /** Components whose published metadata we do not follow, each with what was read instead. */
    private static final Map<String, String> REVIEWED =
            Map.of(
                    "spring-session-core", "META-INF/LICENSE.txt in the jar is the Apache License 2.0",
                    "spring-session-jdbc", "META-INF/LICENSE.txt in the jar is the Apache License 2.0");

    private record Component(String name, String version, List<String> licences) {
        /** Several licences listed side by side are a choice; one of them must be ours to take. */
        boolean mayBeLinked() {
            return REVIEWED.containsKey(name) || licences.stream().anyMatch(Licences::mayLink);
        }
    }

    /** An expression: every part joined by AND must pass, one of those joined by OR. */
    static boolean mayLink(String expression) {
        String bare = expression.replaceAll("[()]", " ").trim();
        for (String choice : bare.split("(?i)\\s+or\\s+")) {
            boolean all = true;
            for (String part : choice.split("(?i)\\s+and\\s+")) {
                all &= MAY_LINK.contains(part.trim().toLowerCase(Locale.ROOT));
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /** The gate gates: what it must refuse, tried at every run. */
    private static void tryTheGate() {
        for (String refused :
                List.of(
                        "GPL-3.0-only AND MIT", "GPL-2.0-only", "AGPL-3.0", "LGPL-2.1", "",
                        "Apache 2.0 with Commons Clause", "Server Side Public License (limit ed)",
                        "GNU General Public License, Version 3, permit", "CC-BY-NC-4.0 miscellaneous")) {
            if (mayLink(refused)) {
                throw new IllegalStateException("the licence gate lets through: " + refused);
            }
        }
        for (String allowed : List.of("MIT", "(MIT OR GPL-3.0-only)", "Apache-2.0 AND MIT")) {
            if (!mayLink(allowed)) {
                throw new IllegalStateException("the licence gate refuses: " + allowed);
            }
        }
    }

    public static void main(String[] files) throws Exception {
        tryTheGate();
        List<Component> components = new ArrayList<>();
        for (String file : files) {
            String json = Files.readString(Path.of(file));
            components.addAll(file.endsWith("package-lock.json") ? lockFile(json) : billOfMaterials(json));
        }
        var refused = components.stream().filter(c -> !c.mayBeLinked()).toList();
        refused.forEach(c -> System.out.println("licence refused: " + c));
        components.stream()
                .filter(c -> REVIEWED.containsKey(c.name()))
                .forEach(c -> System.out.println("licence reviewed: " + c + ": " + REVIEWED.get(c.name())));
        var counts = new TreeMap<String, Integer>();
        components.forEach(c -> c.licences().stream().limit(1).forEach(l -> counts.merge(l, 1, Integer::sum)));
        System.out.println("licences by count: " + counts);
        System.out.println("licences components=" + components.size() + " refused=" + refused.size());
        if (components.size() < 50) {
            System.out.println("expected at least 50 components: the bills of materials are incomplete");
        }
        System.exit(refused.isEmpty() && components.size() >= 50 ? 0 : 1);
    }

    private static List<Component> billOfMaterials(String json) {
        List<Component> found = new ArrayList<>();
        int from = json.indexOf("\"components\"");
        if (from < 0) {
            return found;
        }
        int until = json.indexOf("\"dependencies\"", from);
        String[] parts = json.substring(from, until < 0 ? json.length() : until).split("\"bom-ref\"");
        for (int part = 1; part < parts.length; part++) {
            String name = first(parts[part], "\"name\"\\s*:\\s*\"([^\"]*)\"");
            if (first(parts[part], "\"group\"\\s*:\\s*\"([^\"]*)\"").equals("org.airshed")) {
                continue;
            }
            List<String> licences = new ArrayList<>();
            int at = parts[part].indexOf("\"licenses\"");
            if (at >= 0) {
                int end = parts[part].indexOf("\"purl\"", at);
                Matcher matcher =
                        Pattern.compile("\"(?:id|name|expression)\"\\s*:\\s*\"([^\"]*)\"")
                                .matcher(parts[part].substring(at, end < 0 ? parts[part].length() : end));
                while (matcher.find()) {
                    licences.add(matcher.group(1));
                }
            }
            found.add(new Component(name, first(parts[part], "\"version\"\\s*:\\s*\"([^\"]*)\""), licences));
        }
        return found;
    }

    private static List<Component> lockFile(String json) {
        List<Component> found = new ArrayList<>();
        Matcher entries =
                Pattern.compile("\"node_modules/([^\"]+)\": \\{(.*?)\\n    \\}", Pattern.DOTALL).matcher(json);
        while (entries.find()) {
            if (entries.group(2).contains("\"dev\": true") || entries.group(2).contains("\"devOptional\": true")) {
                continue;
            }
            found.add(
                    new Component(
                            entries.group(1),
                            first(entries.group(2), "\"version\": \"([^\"]*)\""),
                            List.of(first(entries.group(2), "\"license\": \"([^\"]*)\""))));
        }
        return found;
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
