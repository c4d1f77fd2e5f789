package org.airshed.platform.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What an API description must say before programs are written against it. */
public final class OpenApiLint {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern NUMBERED = Pattern.compile(".*_\\d+");
    private final List<String> faults = new ArrayList<>();
    private final Set<String> operationIds = new TreeSet<>();
    private final Set<String> tags = new TreeSet<>();

    private OpenApiLint() {}

    /** What is missing, one sentence each; empty when all is said. */
    public static List<String> faults(JsonNode api) {
        OpenApiLint lint = new OpenApiLint();
        api.path("tags")
                .forEach(tag -> {
                    lint.tags.add(tag.path("name").asString());
                    if (tag.path("description").asString("").isBlank()) {
                        lint.faults.add(
                                "tag "
                                        + tag.path("name").asString()
                                        + ": expected a description (api.tag.<room>)");
                    }
                });
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    lint.operation(
                            operation.getKey().toUpperCase(java.util.Locale.ROOT)
                                    + " "
                                    + path.getKey(),
                            operation.getValue());
                }
            }
        }
        for (Map.Entry<String, JsonNode> schema :
                api.path("components").path("schemas").properties()) {
            lint.schema(schema.getKey(), schema.getValue());
        }
        return lint.faults;
    }

    private void operation(String place, JsonNode operation) {
        String id = operation.path("operationId").asString("");
        expect(
                NAME.matcher(id).matches() && !NUMBERED.matcher(id).matches(),
                place,
                "an operationId of its own, got " + id);
        expect(operationIds.add(id), place, "an operationId no other route has, got " + id);
        expect(!operation.path("summary").asString("").isBlank(), place, "a summary");
        expect(
                operation.path("tags").size() == 1
                        && tags.contains(operation.path("tags").path(0).asString()),
                place,
                "one tag, its room");
        for (JsonNode parameter : operation.path("parameters")) {
            String name = place + " parameter " + parameter.path("name").asString();
            expect(!parameter.path("description").asString("").isBlank(), name, "a description");
            expect(parameter.has("schema"), name, "a schema");
        }
        responses(place, operation.path("responses"));
    }

    private void responses(String place, JsonNode responses) {
        boolean success = false;
        boolean refusal = false;
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            String status = response.getKey();
            JsonNode content = response.getValue().path("content");
            String answer = place + " answer " + status;
            expect(
                    !response.getValue().path("description").asString("").isBlank(),
                    answer,
                    "a description");
            if (status.startsWith("2") || status.startsWith("3")) {
                success = true;
                for (Map.Entry<String, JsonNode> type : content.properties()) {
                    expect(!type.getKey().contains("*"), answer, "a named media type");
                    expect(type.getValue().has("schema"), answer, "a schema");
                    expect(named(type.getValue().path("schema")), answer, "a named schema");
                }
            } else {
                refusal |= status.startsWith("4");
                expect(
                        content.path("application/problem+json")
                                .path("schema")
                                .path("$ref")
                                .asString("")
                                .endsWith("/Problem"),
                        answer,
                        "a problem");
            }
        }
        expect(success, place, "an answer of success");
        expect(refusal, place, "a problem answer 4xx");
    }

    /**
     * Objects are named, so that programs can name them too; words, numbers and lists need not be.
     */
    private static boolean named(JsonNode schema) {
        return schema.has("$ref")
                || !schema.path("type").asString("").equals("object")
                || schema.has("additionalProperties");
    }

    private void schema(String name, JsonNode schema) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode said = property.getValue();
            expect(
                    said.has("$ref") || !said.path("description").asString("").isBlank(),
                    "schema " + name + " property " + property.getKey(),
                    "a description");
        }
    }

    private void expect(boolean met, String place, String what) {
        if (!met) {
            faults.add(place + ": expected " + what);
        }
    }
}
