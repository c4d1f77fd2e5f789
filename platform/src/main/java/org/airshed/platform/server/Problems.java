package org.airshed.platform.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says problems in the reader's language and sends them, from handlers and filters alike. */
@Component
public class Problems {
    private final Words words;
    private final JsonMapper json;

    Problems(Words words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    /** The problem as a document, in the language the request accepts best. */
    public ProblemDocument document(Problem problem, HttpServletRequest request) {
        Language language = language(request);
        return new ProblemDocument(
                "/problems/" + problem.code(),
                words.say(problem.code() + ".title", problem.arguments(), language),
                problem.status(),
                words.say(problem.code() + ".detail", problem.arguments(), language),
                Problem.shorten(asked(request)),
                problem.code(),
                problem.arguments(),
                problem.violations(),
                RequestId.of(request));
    }

    /** Answers the request with the problem, unless an answer is already on its way. */
    public void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Language", language(request).code());
        response.setHeader("Cache-Control", "no-store");
        response.addHeader("Vary", "Accept-Language");
        response.getOutputStream().write(json.writeValueAsBytes(document(problem, request)));
    }

    /** The language the request accepts best; Chinese when it accepts neither. */
    public static Language language(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Language.ZH;
        }
        for (Locale locale : Collections.list(request.getLocales())) {
            if (locale.getLanguage().equals("en") || locale.getLanguage().equals("zh")) {
                return Language.of(locale);
            }
        }
        return Language.ZH;
    }

    private static String asked(HttpServletRequest request) {
        Object before = request.getAttribute("jakarta.servlet.error.request_uri");
        return before instanceof String path ? path : request.getRequestURI();
    }
}
