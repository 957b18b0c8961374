#!/usr/bin/env bash
# The network of docker-compose.yml: what has to be done once, before and after its registries start.
#
#   network.sh realms FILE FOLDER   Keycloak's realm of the repository, once for each registry
#   network.sh setup FOLDER         keys, clients at the realms, and the signed directory
#   network.sh load FOLDER          invented patients by each registry's door, and the first cuts
#
# Each of them may run again: what is there stays.
set -euo pipefail

countries=(gb de xx)
declare -A port=([gb]=8101 [de]=8102 [xx]=8103)
declare -A database=([gb]=5401 [de]=5402 [xx]=5403)
declare -A name=([gb]='Great Britain' [de]=Germany [xx]=Nowhere)
patients=100
clinics=(0001 0002 0003)
keycloak=${KEYCLOAK:-http://127.0.0.1:8180}

registry() {
  java -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -jar "${JAR:-ketamine-registry.jar}" "$@"
}

base() {
  echo "http://127.0.0.1:${port[$1]}/fhir"
}

realms() {
  for country in "${countries[@]}"; do
    sed -e "s|\"realm\": \"ketamine-registry\"|\"realm\": \"$country\"|" \
      -e "s|\${REGISTRY_FHIR_BASE}|$(base "$country")|g" "$1" > "$2/$country-realm.json"
  done
}

# register COUNTRY ID ROLE KEY [MORE…]: makes the key where there is none.
register() {
  registry key "$4.key" > "$4.jwks.json"
  registry register-client --issuer "$keycloak/realms/$1" --id "$2" --role "$3" --keys "$4.jwks.json" "${@:5}"
}

setup() {
  for country in "${countries[@]}"; do
    mkdir -p "$1/$country"
    register "$country" steward steward "$1/$country/steward"
    register "$country" analyst analyst "$1/$country/analyst"
    for clinic in "${clinics[@]}"; do
      register "$country" "clinic-$country-$clinic" submitting-clinic "$1/$country/clinic-$clinic" \
        --clinic "https://ketamine-registry.example/fhir/sid/clinic|${country^^}-$clinic"
    done
    for peer in "${countries[@]}"; do
      mkdir -p "$1/$peer"
      register "$country" "registry-$peer" peer "$1/$peer/registry-$peer"
    done
  done
  registry directory key "$1/signer.key" > "$1/signers.json"
  members > "$1/members.yaml"
  registry directory sign --members "$1/members.yaml" --key "$1/signer.key" --out "$1/directory.jws"
}

members() {
  echo 'network: ketamine-network-demo'
  echo 'members:'
  for country in "${countries[@]}"; do
    echo "  - id: $country"
    echo "    name: Ketamine Registry of ${name[$country]}"
    echo "    country: ${country^^}"
    echo "    address: $(base "$country")"
    echo "    tokens: $keycloak/realms/$country/protocol/openid-connect/token"
    echo "    guide-versions: [${GUIDE_VERSION:-0.3.0}]"
  done
}

load() {
  for country in "${countries[@]}"; do
    cohort=$1/$country/cohort
    [ -d "$cohort" ] || registry generate --by-sender --compact --patients "$patients" \
      --jurisdiction "${country^^}" --to "$cohort"
    registry push "$cohort/steward" --to "$(base "$country")" --client-id steward \
      --key "$1/$country/steward.key" --scope 'purpose/HSYSADMIN system/Organization.crus'
    for clinic in "${clinics[@]}"; do
      registry push "$cohort/${country^^}-$clinic" --to "$(base "$country")" \
        --client-id "clinic-$country-$clinic" --key "$1/$country/clinic-$clinic.key"
    done
    registry cut "--spring.datasource.url=jdbc:postgresql://127.0.0.1:${database[$country]}/registry" \
      "--registry.jurisdiction=${country^^}"
  done
  echo 'The network is loaded. docker-compose.yml says how to ask it.'
}

"$@"
