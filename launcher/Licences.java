import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final Pattern MAY_LINK =
            Pattern.compile(
                    "(?i).*(apache|mit\\b|bsd|epl|eclipse public|eclipse distribution|edl|mpl|mozilla|isc|postgresql"
                        + "|cc0|public domain|unlicense|0bsd|blueoak|bouncy castle|python-2|zlib|cc-by-4|universal permissive"
                        + "|upl|go license|mit-0|wtfpl).*");

    /** Components whose published metadata we do not follow, each with what was read instead. */
    private static final Map<String, String> REVIEWED =
            Map.of(
                    "spring-session-core", "META-INF/LICENSE.txt in the jar is the Apache License 2.0",
                    "spring-session-jdbc", "META-INF/LICENSE.txt in the jar is the Apache License 2.0");

    private record Component(String name, String version, List<String> licences) {
        boolean mayBeLinked() {
            return REVIEWED.containsKey(name) || licences.stream().anyMatch(l -> MAY_LINK.matcher(l).matches());
        }
    }

    public static void main(String[] files) throws Exception {
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
