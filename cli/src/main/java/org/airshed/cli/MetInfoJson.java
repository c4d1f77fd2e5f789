package org.airshed.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.airshed.metfiles.MetArchive;

/** The JSON document of {@code met info --json}. */
final class MetInfoJson {
    private MetInfoJson() {}

    static String of(MetArchive archive, MetContents contents) {
        String formats =
                archive.formats().entrySet().stream()
                        .map(entry -> text(entry.getKey()) + ":" + entry.getValue())
                        .collect(Collectors.joining(","));
        String gaps =
                archive.gaps().stream()
                        .map(gap ->
                                "{\"after\":\"%s\",\"before\":\"%s\",\"missing\":%d}"
                                        .formatted(gap.after(), gap.before(), gap.missing()))
                        .collect(Collectors.joining(","));
        String variables =
                contents.extents().entrySet().stream()
                        .map(entry ->
                                variable(
                                        entry.getKey().standardName(),
                                        entry.getKey().unit(),
                                        entry.getValue()))
                        .collect(Collectors.joining(","));
        String needs =
                MetContents.needs(archive).stream()
                        .map(need ->
                                "{\"calculation\":%s,\"missing\":%s}"
                                        .formatted(text(need.calculation()), list(need.missing())))
                        .collect(Collectors.joining(","));
        return "{\"formats\":{%s},\"grid\":%s,\"levels\":%s,\"times\":%s,\"interval_s\":%d,"
                        .formatted(
                                formats,
                                text(MetContents.grid(archive.grid())),
                                text(MetContents.levels(archive.levels())),
                                list(archive.times().stream().map(Object::toString).toList()),
                                archive.interval().toSeconds())
                + "\"gaps\":[%s],\"labels\":%s,\"variables\":[%s],\"unused\":%s,\"calculations\":[%s]}"
                        .formatted(
                                gaps,
                                list(archive.labels().stream().map(Enum::name).toList()),
                                variables,
                                list(archive.notes()),
                                needs);
    }

    private static String variable(String name, String unit, MetContents.Extent extent) {
        return String.format(
                Locale.ROOT,
                "{\"name\":%s,\"unit\":%s,\"min\":%s,\"max\":%s,\"steps\":%d,\"missing_percent\":%.3f}",
                text(name),
                text(unit),
                extent.empty() ? "null" : Float.toString(extent.least()),
                extent.empty() ? "null" : Float.toString(extent.greatest()),
                extent.steps(),
                extent.missingPercent());
    }

    private static String list(Collection<String> texts) {
        return texts.stream().map(MetInfoJson::text).collect(Collectors.joining(",", "[", "]"));
    }

    /** File names and attributes are strangers' text: control characters are escaped too. */
    private static String text(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        text.chars()
                .forEach(c -> {
                    if (c == '"' || c == '\\') {
                        escaped.append('\\').append((char) c);
                    } else if (c < 0x20) {
                        escaped.append(String.format(Locale.ROOT, "\\u%04x", c));
                    } else {
                        escaped.append((char) c);
                    }
                });
        return escaped.append('"').toString();
    }
}
