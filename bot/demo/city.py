"""The demo's city: who works there. Every name is made up; every number is a fiction number."""

from __future__ import annotations

from dataclasses import dataclass

TERRITORY = "49"
COMMUNE = "49007"
TEAM = "Équipe Val de Loire"
SERVICE = "Relais Jeunes"


@dataclass(frozen=True, slots=True)
class Staff:
    """An aiguilleur of the demo."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Referrer:
    """A prescriber of the demo and her organisation."""

    code: str
    name: str
    email: str
    organisation: str
    kind: str
    says: str | None  # what the text may say of who gave the number


@dataclass(frozen=True, slots=True)
class Place:
    """A structure of the demo with one service."""

    code: str
    name: str
    email: str
    service: str
    description: str
    themes: tuple[str, ...]
    capacity: int | None


STAFF = (
    Staff("Karim", "karim@demo.example"),
    Staff("Inès", "ines@demo.example"),
    Staff("Thomas", "thomas@demo.example"),
)

REFERRERS = (
    Referrer(
        "roux", "Mme Roux", "roux@ml.example", "Mission Locale des Bords de Loire", "ML", "Mme Roux"
    ),
    Referrer(
        "lambert",
        "M. Lambert",
        "lambert@tilleuls.example",
        "Foyer des Tilleuls",
        "ASE",
        "M. Lambert",
    ),
    Referrer(
        "diallo", "Mme Diallo", "diallo@antenne.example", "Antenne de la rue Basse", "SPIP", None
    ),
    Referrer(
        "petit", "M. Petit", "petit@ecole.example", "École de la deuxième chance", "E2C", "M. Petit"
    ),
    Referrer(
        "nguyen",
        "Mme Nguyen",
        "nguyen@equipe.example",
        "Équipe de rue Saint-Jean",
        "PREVENTION",
        "Mme Nguyen",
    ),
    Referrer(
        "garcia", "M. Garcia", "garcia@passerelle.example", "La Passerelle", "CHRS", "M. Garcia"
    ),
    Referrer(
        "simon", "Mme Simon", "simon@lycee.example", "Lycée des Ardoisières", "OTHER", "Mme Simon"
    ),
)

PLACES = (
    Place("logis", "Le Logis des Jeunes", "accueil@logis.example", "Chambre et accompagnement",
          "Une chambre meublée pour 6 à 12 mois, et quelqu'un pour les démarches.",
          ("logement-hebergement",), 4),
    Place("atelier", "L'Atelier des Métiers", "contact@atelier.example", "Essayer un métier",
          "Trois semaines pour essayer le bâtiment, la cuisine ou la vente, payées.",
          ("trouver-un-emploi", "choisir-un-metier"), 8),
    Place("cap", "Cap Formation", "cap@formation.example", "Remise à niveau et code",
          "Français, maths et code de la route, en petit groupe.",
          ("se-former", "mobilite"), 12),
    Place("droits", "Point Droits", "bonjour@droits.example", "Papiers et droits",
          "Carte vitale, papiers, dettes : une personne fait les démarches avec la personne.",
          ("acces-aux-droits-et-citoyennete",), None),
    Place("sante", "La Maison Claire", "accueil@maisonclaire.example", "Parler et se poser",
          "Une écoute sans rendez-vous, gratuite.", ("sante",), 6),
)  # fmt: skip
