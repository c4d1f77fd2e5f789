package org.airshed.platform.server.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Map;
import org.airshed.platform.server.Problem;
import org.airshed.platform.server.Refusal;
import org.airshed.platform.server.ServiceSettings;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads every JSON body before its handler does, so that none holds more memory than a body may
 * take, and no room meets text that neither PostgreSQL nor the register of acts can keep. Uploads
 * of files are read by their routes, not here.
 */
@RestControllerAdvice
final class JsonBodies extends RequestBodyAdviceAdapter {
    private final JsonMapper json;
    private final DataSize longest;

    JsonBodies(JsonMapper json, ServiceSettings settings) {
        this.json = json;
        this.longest = settings.jsonBody();
    }

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] body = read(message);
        try (JsonParser parser = json.createParser(body)) {
            demandUsableText(parser);
        } catch (JacksonException broken) {
            throw new HttpMessageNotReadableException("malformed JSON", broken, message);
        }
        return new Read(message.getHeaders(), body);
    }

    /** The announced length is believed when too long, and not otherwise: it may be absent. */
    private byte[] read(HttpInputMessage message) throws IOException {
        if (message.getHeaders().getContentLength() > longest.toBytes()) {
            throw tooLarge();
        }
        byte[] body = message.getBody().readNBytes(Math.toIntExact(longest.toBytes()) + 1);
        if (body.length > longest.toBytes()) {
            throw tooLarge();
        }
        return body;
    }

    private Refusal tooLarge() {
        return new Refusal(
                new Problem(
                        413, "server.body-too-large", Map.of("maximum", longest.toBytes() + " B")));
    }

    private static void demandUsableText(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
                String text = parser.getString();
                if (!UsableText.is(text)) {
                    throw UsableText.refusal(place(parser), text);
                }
            }
        }
    }

    /** As a field is named in other refusals: {@code rights[0].act}. */
    private static String place(JsonParser parser) {
        return parser.streamReadContext()
                .pathAsPointer()
                .toString()
                .replaceAll("/(\\d+)", "[$1]")
                .replace('/', '.')
                .replaceFirst("^\\.", "");
    }

    /** A body that was read and can be read again. */
    private record Read(HttpHeaders headers, byte[] body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }
    }
}
