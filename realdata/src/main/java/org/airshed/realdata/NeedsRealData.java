package org.airshed.realdata;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test that reads the real data: it is skipped with a clear message where they are absent,
 * and counted either way so that CI can refuse a run in which any was skipped.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("realdata")
@ExtendWith(RealDataCondition.class)
public @interface NeedsRealData {}
