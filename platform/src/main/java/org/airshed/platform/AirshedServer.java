package org.airshed.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server process: starts every room. */
@SpringBootApplication
public class AirshedServer {

    public static void main(String[] arguments) {
        SpringApplication.run(AirshedServer.class, arguments);
    }
}
