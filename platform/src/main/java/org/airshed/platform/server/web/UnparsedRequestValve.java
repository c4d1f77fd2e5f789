package org.airshed.platform.server.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.airshed.platform.server.RequestId;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers as a problem what the container refuses before any filter runs: a request line or path it
 * cannot parse. No word file is at hand there, hence both languages in one sentence.
 */
final class UnparsedRequestValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(UnparsedRequestValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String id = response.getHeader(RequestId.HEADER);
        String document =
                """
                {"type":"/problems/server.unparsed-request","title":"请求无法解析 / Unreadable request",\
                "status":%d,"detail":"请求行或路径不符合 HTTP 语法。/ The request line or path is not \
                well-formed HTTP.","instance":"/","code":"server.unparsed-request","requestId":"%s"}\
                """
                        .formatted(status, id == null ? UUID.randomUUID().toString() : id);
        try {
            response.setContentType("application/problem+json");
            OutputStream out = response.getOutputStream();
            out.write(document.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException callerHasGone) {
            LOG.debug("could not answer an unreadable request", callerHasGone);
        }
    }
}
