package org.airshed.platform.server.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.airshed.platform.rights.OpenToAll;
import org.airshed.platform.server.Refusal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The two pages behind all addresses a browser may show: the portal and the office. What stands
 * after their prefix is for the page to read.
 */
@Hidden
@RestController
final class PageEntries {

    @OpenToAll
    @GetMapping({"/", "/index.html"})
    ResponseEntity<Resource> portal() {
        return page("index.html");
    }

    @OpenToAll
    @GetMapping({"/office", "/office/**", "/office.html"})
    ResponseEntity<Resource> office() {
        return page("office.html");
    }

    private static ResponseEntity<Resource> page(String name) {
        Resource page = new ClassPathResource("META-INF/resources/" + name);
        if (!page.exists()) {
            throw Refusal.notFound("server.pages-not-built", Map.of("page", name));
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .eTag(ContentHash.entityTag(page))
                .body(page);
    }
}
