package org.airshed.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of ours with all in it. */
record FolderTree(Path root) {
    void delete() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(root)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }

    /** Removes what an interrupted earlier run left: the folders here whose names begin so. */
    static void deleteStartingWith(Path parent, String prefix) throws IOException {
        List<Path> leftovers;
        try (Stream<Path> children = Files.list(parent)) {
            leftovers =
                    children.filter(child -> child.getFileName().toString().startsWith(prefix))
                            .toList();
        }
        for (Path leftover : leftovers) {
            new FolderTree(leftover).delete();
        }
    }
}
