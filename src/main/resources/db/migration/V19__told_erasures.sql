-- Of which records a subscriber has the ids, for as long as it is one, so that it learns when they are erased.

CREATE TABLE subscription_told (
    subscription uuid NOT NULL REFERENCES subscription ON DELETE CASCADE,
    focus_type   text NOT NULL,
    focus        uuid NOT NULL,
    PRIMARY KEY (subscription, focus)
);
CREATE INDEX subscription_told_focus ON subscription_told (focus);

-- Whether an event is that its record was erased. Its focus goes when the hook has taken it.
ALTER TABLE subscription_event ADD COLUMN erased boolean NOT NULL DEFAULT false;
