/**
 * Bulletins: figures from the evaluation put into a template, edited by people, reviewed, numbered
 * and issued by others, read and acknowledged; as PDF, DOCX and XLSX in Chinese and English.
 *
 * <p>Leaves the figures to {@code evaluation} and the setting of pages to module {@code documents}.
 */
@org.jspecify.annotations.NullMarked
@ApplicationModule(
        displayName = "bulletin",
        allowedDependencies = {
            "rights",
            "server",
            "database",
            "notary",
            "region",
            "observation",
            "evaluation"
        })
package org.airshed.platform.bulletin;

import org.springframework.modulith.ApplicationModule;
