package org.airshed.platform.access.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client with cookies that sends the CSRF token back, as the pages do. */
public final class Browser {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final String base;
    private final Map<String, String> headers = new HashMap<>();
    private String key = "";

    public Browser(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    Browser withKey(String text) {
        this.key = text;
        return this;
    }

    /** Sends this header with each request from now on. */
    Browser withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    public HttpResponse<String> send(String method, String path, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Accept-Language", "en")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!body.isEmpty()) {
            request.header("Content-Type", body.startsWith("{") ? "application/json" : "text/csv");
        }
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        } else if (!method.equals("GET")) {
            request.header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(method + " " + path, failure);
        }
    }

    /** Sends a file as it is and asks for the answer in a language. */
    public HttpResponse<String> upload(String path, byte[] file, String language) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Accept-Language", language)
                        .header("Content-Type", "application/octet-stream")
                        .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException("POST " + path, failure);
        }
    }

    /** The headers by which it is known, for a connection that is spoken by hand. */
    public String identity() {
        String pairs =
                cookies.getCookieStore().getCookies().stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        return "Cookie: %s\r\nX-XSRF-TOKEN: %s\r\n".formatted(pairs, cookie("XSRF-TOKEN"));
    }

    public HttpResponse<String> signIn(String login, String password) {
        get("/api/v1/session");
        return send(
                "POST",
                "/api/v1/session",
                "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password));
    }

    /** Opens an address anywhere, without following where it leads. */
    HttpResponse<String> open(URI address) {
        return exchange(HttpRequest.newBuilder(address).GET());
    }

    /** Sends a form as a page would. */
    HttpResponse<String> submit(URI address, String form) {
        return exchange(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        HttpRequest asked =
                request.timeout(Duration.ofSeconds(30)).header("Accept", "text/html").build();
        try {
            return client.send(asked, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(asked.method() + " " + asked.uri(), failure);
        }
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
