-- Cuts hold what indicators read, and not the flat tables any more: those that stand are made anew.
DELETE FROM cut;
