package org.airshed.documents;

/** The language a document is set in: it decides line spacing, indents and the words of footers. */
public enum Language {
    CHINESE("zh-CN"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The tag of BCP 47, as files declare it. */
    public String tag() {
        return tag;
    }

    /** The one of two wordings that is in this language. */
    public String choose(String chinese, String english) {
        return this == CHINESE ? chinese : english;
    }
}
