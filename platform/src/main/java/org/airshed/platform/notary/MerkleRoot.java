package org.airshed.platform.notary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The root of the Merkle tree over a list of entries, taken one after the other: memory grows with
 * the logarithm of their number. Leaf = SHA-256(0x00 ‖ entry), node = SHA-256(0x01 ‖ left ‖ right).
 * Source: RFC 6962, 2.1.
 */
public final class MerkleRoot {
    private record Subtree(int height, byte[] hash) {}

    private final MessageDigest sha256;
    private final Deque<Subtree> complete = new ArrayDeque<>(); // full subtrees, smallest on top
    private long entries;

    public MerkleRoot() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Appends an entry as its UTF-8 bytes. */
    public void append(String entry) {
        append(entry.getBytes(StandardCharsets.UTF_8));
    }

    /** Appends an entry. */
    public void append(byte[] entry) {
        sha256.update((byte) 0);
        Subtree carried = new Subtree(0, sha256.digest(entry));
        while (!complete.isEmpty() && complete.peek().height() == carried.height()) {
            carried =
                    new Subtree(carried.height() + 1, node(complete.pop().hash(), carried.hash()));
        }
        complete.push(carried);
        entries++;
    }

    /** How many entries there are. */
    public long entries() {
        return entries;
    }

    /** The root over the entries so far, 32 bytes; of none, the hash of nothing. */
    public byte[] root() {
        byte[] root = null;
        for (Subtree subtree : complete) {
            root = root == null ? subtree.hash() : node(subtree.hash(), root);
        }
        return root == null ? sha256.digest() : root.clone();
    }

    private byte[] node(byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }
}
