package org.airshed.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Where the embedded server listens: as set, else where it did before, else anywhere free. */
final class ServerPort {
    /** Below the ports Linux lends to outgoing connections, which would take ours by chance. */
    private static final int LOWEST = 20000;

    private static final int HIGHEST = 32000;
    private static final int MOST_ATTEMPTS = 200;

    private ServerPort() {}

    static int choose(int set, DatabaseHome home) throws IOException {
        if (set != 0) {
            if (!isFree(set)) {
                throw taken(set);
            }
            return set;
        }
        int remembered = home.rememberedPort().orElse(0);
        if (remembered != 0 && isFree(remembered)) {
            return remembered;
        }
        RandomGenerator random = new SecureRandom();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            int candidate = random.nextInt(LOWEST, HIGHEST);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw taken(LOWEST);
    }

    static DatabaseUnavailable taken(int port) {
        return new DatabaseUnavailable(DatabaseTrouble.PORT_TAKEN, Integer.toString(port));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
