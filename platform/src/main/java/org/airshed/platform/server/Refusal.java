package org.airshed.platform.server;

import java.util.List;
import java.util.Map;

/**
 * A request refused for a reason its sender can understand and mend. Rooms throw it; the frame
 * answers it as a problem. The sentences for its code stand in the room's word files.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.status() + " " + problem.code() + " " + problem.arguments());
        this.problem = problem;
    }

    /** The request is wrong: 400. */
    public static Refusal badInput(String code, Map<String, String> arguments) {
        return new Refusal(new Problem(400, code, arguments));
    }

    /** The request is wrong in several places: 400. */
    public static Refusal badInput(
            String code, Map<String, String> arguments, List<Violation> violations) {
        return new Refusal(new Problem(400, code, arguments, violations));
    }

    /** Nobody is signed in, or not well enough: 401. */
    public static Refusal notSignedIn(String code, Map<String, String> arguments) {
        return new Refusal(new Problem(401, code, arguments));
    }

    /** Who asks may not: 403. */
    public static Refusal forbidden(String code, Map<String, String> arguments) {
        return new Refusal(new Problem(403, code, arguments));
    }

    /** There is no such thing, or none the asker may see: 404. */
    public static Refusal notFound(String code, Map<String, String> arguments) {
        return new Refusal(new Problem(404, code, arguments));
    }

    /** What is asked contradicts what is there: 409. */
    public static Refusal conflict(String code, Map<String, String> arguments) {
        return new Refusal(new Problem(409, code, arguments));
    }

    /** Too often: 429. */
    public static Refusal tooOften(String code, Map<String, String> arguments) {
        return new Refusal(new Problem(429, code, arguments));
    }

    /** Something this service stands on does not answer: 503. */
    public static Refusal unavailable(String code, Map<String, String> arguments) {
        return new Refusal(new Problem(503, code, arguments));
    }

    public Problem problem() {
        return problem;
    }
}
