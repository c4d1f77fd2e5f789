package org.airshed.platform.notary;

import java.util.Arrays;

/** In what way the actor acted. */
public enum ActorKind {
    /** A person signed in. */
    PERSON("person"),
    /** A program with the API key of a person, who answers for it. */
    API_KEY("api-key"),
    /** The platform itself, at start or in a job. */
    PLATFORM("platform");

    private final String code;

    ActorKind(String code) {
        this.code = code;
    }

    /** The word stored and sent over the API. */
    public String code() {
        return code;
    }

    public static ActorKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "expected person, api-key or platform, got " + code));
    }
}
