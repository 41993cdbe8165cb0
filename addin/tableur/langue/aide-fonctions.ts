/** What the grid says, in French, of a function while its formula is typed. */
export interface AideDeFonction {
  /** The invariant name. */
  nom: string
  description: string
  parametres: { nom: string; optionnel: boolean; repete: boolean }[]
}

/**
 * name | description | parameters, parted by spaces: [optional], repeated…
 * VRAI and FAUX are not among them: people write them as constants, without brackets.
 */
const AIDES = `
ABS|Valeur absolue d’un nombre, sans son signe.|nombre
AND|VRAI si toutes les conditions sont vraies.|condition1 [condition2…]
AVERAGE|Moyenne de nombres ou de plages.|nombre1 [nombre2…]
AVERAGEIF|Moyenne des cellules qui répondent à un critère.|plage critère [plage_moyenne]
AVERAGEIFS|Moyenne des cellules qui répondent à plusieurs critères.|plage_moyenne plage1 critère1 [plage2…] [critère2…]
CHOOSE|Valeur choisie dans une liste par son rang.|rang valeur1 [valeur2…]
COLUMN|Numéro de la colonne d’une cellule.|[référence]
COLUMNS|Nombre de colonnes d’une plage.|plage
CONCAT|Met bout à bout des textes ou des plages.|texte1 [texte2…]
CONCATENATE|Met bout à bout des textes.|texte1 [texte2…]
COUNT|Nombre de cellules qui contiennent un nombre.|valeur1 [valeur2…]
COUNTA|Nombre de cellules qui ne sont pas vides.|valeur1 [valeur2…]
COUNTBLANK|Nombre de cellules vides d’une plage.|plage
COUNTIF|Nombre de cellules qui répondent à un critère.|plage critère
COUNTIFS|Nombre de cellules qui répondent à plusieurs critères.|plage1 critère1 [plage2…] [critère2…]
DATE|Date d’une année, d’un mois et d’un jour.|année mois jour
DATEVALUE|Date écrite sous forme de texte.|texte
DAY|Jour du mois d’une date.|date
DAYS|Nombre de jours entre deux dates.|date_fin date_début
EDATE|Date située un nombre de mois avant ou après une autre.|date_début mois
EOMONTH|Dernier jour du mois situé un nombre de mois avant ou après une date.|date_début mois
EXACT|VRAI si deux textes sont identiques, majuscules comprises.|texte1 texte2
FILTER|Lignes d’une plage qui répondent à une condition.|plage condition [si_vide]
FIND|Position d’un texte dans un autre, majuscules comprises.|texte_cherché texte [départ]
IF|Une valeur si la condition est vraie, une autre sinon.|condition valeur_si_vrai [valeur_si_faux]
IFERROR|La valeur, ou une autre si elle est une erreur.|valeur valeur_si_erreur
IFNA|La valeur, ou une autre si elle est #N/A.|valeur valeur_si_na
IFS|Valeur de la première condition vraie.|condition1 valeur1 [condition2…] [valeur2…]
INDEX|Valeur d’une plage à une ligne et une colonne.|plage ligne [colonne]
INDIRECT|Cellule désignée par un texte.|texte_référence [style_A1]
INT|Entier inférieur ou égal à un nombre.|nombre
ISBLANK|VRAI si la cellule est vide.|valeur
ISERROR|VRAI si la valeur est une erreur.|valeur
ISNA|VRAI si la valeur est #N/A.|valeur
ISNUMBER|VRAI si la valeur est un nombre.|valeur
ISTEXT|VRAI si la valeur est un texte.|valeur
LARGE|k-ième plus grande valeur d’une plage.|plage k
LEFT|Premiers caractères d’un texte.|texte [nombre]
LEN|Nombre de caractères d’un texte.|texte
HLOOKUP|Cherche une valeur dans la première ligne d’un tableau.|valeur tableau ligne [valeur_proche]
LOOKUP|Cherche une valeur dans une plage triée.|valeur plage_recherche [plage_résultat]
LOWER|Texte en minuscules.|texte
MATCH|Rang d’une valeur dans une plage.|valeur plage [type]
MAX|Plus grand des nombres.|nombre1 [nombre2…]
MAXIFS|Plus grande valeur qui répond à des critères.|plage_max plage1 critère1 [plage2…] [critère2…]
MEDIAN|Médiane de nombres ou de plages.|nombre1 [nombre2…]
MID|Caractères pris au milieu d’un texte.|texte départ nombre
MIN|Plus petit des nombres.|nombre1 [nombre2…]
MINIFS|Plus petite valeur qui répond à des critères.|plage_min plage1 critère1 [plage2…] [critère2…]
MOD|Reste d’une division.|nombre diviseur
MONTH|Mois d’une date.|date
NETWORKDAYS|Nombre de jours ouvrés entre deux dates.|date_début date_fin [fériés]
NOT|VRAI si la condition est fausse.|condition
NOW|Date et heure actuelles.|
NUMBERVALUE|Nombre écrit sous forme de texte.|texte [séparateur_décimal] [séparateur_milliers]
OFFSET|Plage décalée par rapport à une cellule.|référence lignes colonnes [hauteur] [largeur]
OR|VRAI si l’une des conditions est vraie.|condition1 [condition2…]
PROPER|Texte avec une majuscule à chaque mot.|texte
PRODUCT|Produit de nombres ou de plages.|nombre1 [nombre2…]
RANK|Rang d’un nombre dans une plage.|nombre plage [ordre]
REPLACE|Remplace des caractères d’un texte selon leur position.|texte départ nombre nouveau_texte
RIGHT|Derniers caractères d’un texte.|texte [nombre]
ROUND|Arrondit un nombre.|nombre décimales
ROUNDDOWN|Arrondit un nombre vers zéro.|nombre décimales
ROUNDUP|Arrondit un nombre en s’éloignant de zéro.|nombre décimales
ROW|Numéro de la ligne d’une cellule.|[référence]
ROWS|Nombre de lignes d’une plage.|plage
SEARCH|Position d’un texte dans un autre, sans tenir compte des majuscules.|texte_cherché texte [départ]
SMALL|k-ième plus petite valeur d’une plage.|plage k
SORT|Trie une plage.|plage [colonne] [ordre]
SQRT|Racine carrée d’un nombre.|nombre
SUBSTITUTE|Remplace un texte par un autre.|texte ancien nouveau [occurrence]
SUBTOTAL|Sous-total d’une plage, sans compter les autres sous-totaux (9 : somme).|fonction plage1 [plage2…]
SUM|Additionne des nombres ou des plages.|nombre1 [nombre2…]
SUMIF|Additionne les cellules qui répondent à un critère.|plage critère [plage_somme]
SUMIFS|Additionne les cellules qui répondent à plusieurs critères.|plage_somme plage1 critère1 [plage2…] [critère2…]
SUMPRODUCT|Somme des produits de plages de même taille.|plage1 [plage2…]
SWITCH|Valeur qui correspond à une expression.|expression valeur1 résultat1 [valeur2…] [résultat2…]
TEXT|Nombre écrit selon un format.|nombre format
TEXTJOIN|Met bout à bout des textes avec un séparateur.|séparateur ignorer_vides texte1 [texte2…]
TODAY|Date du jour.|
TRIM|Texte sans espaces superflus.|texte
TRUNC|Nombre sans ses décimales.|nombre [décimales]
UNIQUE|Valeurs d’une plage, sans répétition.|plage
UPPER|Texte en majuscules.|texte
VALUE|Nombre écrit sous forme de texte.|texte
VLOOKUP|Cherche une valeur dans la première colonne d’un tableau.|valeur tableau colonne [valeur_proche]
WEEKDAY|Jour de la semaine d’une date, en nombre.|date [type]
XLOOKUP|Cherche une valeur dans une plage et rend celle d’une autre.|valeur plage_recherche plage_résultat [si_absent]
YEAR|Année d’une date.|date`

/** The functions that the grid offers while typing; the others calculate too, and are not offered. */
export const AIDES_DE_FONCTIONS: readonly AideDeFonction[] = AIDES.trim()
  .split('\n')
  .map((ligne) => {
    const [nom = '', description = '', parametres = ''] = ligne.split('|')
    return {
      nom,
      description,
      parametres: parametres
        .split(' ')
        .filter(Boolean)
        .map((parametre) => ({
          nom: parametre.replace(/^\[(.*)\]$/, '$1').replace('…', ''),
          optionnel: parametre.startsWith('['),
          repete: parametre.includes('…'),
        })),
    }
  })
