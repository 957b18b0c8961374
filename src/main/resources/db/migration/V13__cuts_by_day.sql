-- Relations know a person by a number, and are in the order of their days: cuts that stand are made anew.
DELETE FROM cut;
