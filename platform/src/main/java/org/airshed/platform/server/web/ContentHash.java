package org.airshed.platform.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;

/**
 * Entity tags of static files, by content: files in the jar all carry the build's one date, so
 * dates cannot tell versions apart. Weak, because a strong one would switch compression off.
 */
final class ContentHash {
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private ContentHash() {}

    static String entityTag(Resource file) {
        return KNOWN.computeIfAbsent(file.getDescription(), description -> compute(file));
    }

    private static String compute(Resource file) {
        try (InputStream in = file.getInputStream();
                DigestInputStream hashing =
                        new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            hashing.transferTo(java.io.OutputStream.nullOutputStream());
            String hash = HexFormat.of().formatHex(hashing.getMessageDigest().digest());
            return "W/\"" + hash.substring(0, 32) + "\"";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
