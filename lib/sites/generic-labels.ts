/** Things that a page nobody described can be seen to take. */
export type GenericSort = 'like' | 'upvote' | 'helpful' | 'bookmark' | 'follow';

/** Names of a control: those that offer the act, and those that say it is done or offer to take it back. */
type Labels = Record<GenericSort, readonly [offers: string, done: string]>;

/**
 * How pages name these controls in the most spoken languages, in lower case, with `|` between. A word stands here only
 * where it names the act itself: "save" is also the button of every form, "favourites" is also a place, "yes" answers
 * any question, and a dislike must never be taken for a like that was taken back.
 */
export const genericLabels: Record<string, Labels> = {
  en: {
    like: [
      'like|like this|like post|like comment|like review|like this post|like this comment|like this review|like this photo|like this video',
      'unlike|liked|remove like|unlike this post|unlike this comment|unlike this review|you like this',
    ],
    upvote: ['upvote|up vote|vote up', 'upvoted|remove upvote|undo upvote'],
    helpful: [
      'helpful|useful|mark as helpful|mark as useful|mark review as helpful|this was helpful|this is helpful',
      'marked as helpful|remove helpful vote|undo helpful',
    ],
    bookmark: [
      'bookmark|bookmark this|bookmark post|bookmark this post|add bookmark|save post|save this post|save for later|add to favorites|add to favourites',
      'bookmarked|remove bookmark|unsave|unsave post|saved for later|remove from favorites|remove from favourites',
    ],
    follow: ['follow', 'following|unfollow'],
  },
  zh: {
    like: ['赞|点赞|喜欢|讚|按讚|喜歡', '已赞|已点赞|取消赞|取消点赞|已喜欢|取消喜欢|取消讚|收回讚'],
    upvote: ['赞同|投赞成票', '已赞同|取消赞同'],
    helpful: ['有用|有帮助|有幫助', '已标记为有用|取消有用'],
    bookmark: ['收藏|加入收藏|加入书签|添加书签', '已收藏|取消收藏|移除书签'],
    follow: ['关注|關注|追蹤', '已关注|正在关注|取消关注|已關注|取消關注|追蹤中|取消追蹤'],
  },
  hi: {
    like: ['पसंद करें|लाइक करें|लाइक', 'लाइक किया|लाइक हटाएं|पसंद किया|पसंद हटाएं'],
    upvote: ['अपवोट|अपवोट करें', 'अपवोट हटाएं'],
    helpful: ['मददगार|उपयोगी', 'मददगार के रूप में चिह्नित'],
    bookmark: ['बुकमार्क|बुकमार्क करें', 'बुकमार्क हटाएं'],
    follow: ['फ़ॉलो करें|फॉलो करें', 'फ़ॉलो कर रहे हैं|अनफ़ॉलो करें|अनफॉलो करें'],
  },
  es: {
    like: ['me gusta', 'ya no me gusta|quitar me gusta|te gusta'],
    upvote: ['votar a favor|voto positivo', 'quitar voto positivo|quitar voto a favor'],
    helpful: ['útil|marcar como útil|me ha sido útil', 'marcado como útil|quitar útil'],
    bookmark: [
      'añadir a favoritos|agregar a favoritos|añadir marcador|guardar en marcadores',
      'quitar de favoritos|eliminar de favoritos|quitar marcador',
    ],
    follow: ['seguir', 'siguiendo|dejar de seguir'],
  },
  fr: {
    like: ["j’aime|j'aime|aimer", "je n’aime plus|je n'aime plus|ne plus aimer"],
    upvote: ['voter pour|vote positif', 'retirer le vote|retirer le vote positif'],
    helpful: ['utile|marquer comme utile', 'marqué comme utile'],
    bookmark: [
      'ajouter aux favoris|ajouter aux signets',
      'retirer des favoris|supprimer des favoris|retirer des signets',
    ],
    follow: ['suivre', 'suivi|ne plus suivre'],
  },
  ar: {
    like: ['أعجبني|إعجاب|الإعجاب', 'إلغاء الإعجاب|إزالة الإعجاب'],
    upvote: ['تصويت إيجابي|تصويت بالإيجاب', 'إزالة التصويت الإيجابي|إلغاء التصويت الإيجابي'],
    helpful: ['مفيد', 'تم وضع علامة مفيد'],
    bookmark: ['إضافة إلى المفضلة|إضافة إشارة مرجعية', 'إزالة من المفضلة|إزالة الإشارة المرجعية'],
    follow: ['متابعة', 'إلغاء المتابعة'],
  },
  bn: {
    like: ['লাইক|লাইক করুন|পছন্দ করুন', 'লাইক সরান|আনলাইক|আনলাইক করুন'],
    upvote: ['আপভোট|আপভোট করুন', 'আপভোট সরান'],
    helpful: ['সহায়ক|উপকারী', 'সহায়ক হিসেবে চিহ্নিত'],
    bookmark: ['বুকমার্ক|বুকমার্ক করুন', 'বুকমার্ক সরান'],
    follow: ['অনুসরণ করুন|ফলো করুন', 'অনুসরণ করছেন|আনফলো করুন'],
  },
  pt: {
    like: ['curtir|gosto', 'curtido|descurtir|deixar de curtir|já não gosto'],
    upvote: ['votar a favor|voto positivo', 'remover voto positivo'],
    helpful: ['útil|marcar como útil|foi útil', 'marcado como útil'],
    bookmark: ['adicionar aos favoritos|salvar nos favoritos', 'remover dos favoritos'],
    follow: ['seguir', 'seguindo|a seguir|deixar de seguir'],
  },
  ru: {
    like: ['нравится|мне нравится|лайк', 'больше не нравится|убрать лайк'],
    upvote: ['голосовать за|проголосовать за', 'отменить голос'],
    helpful: ['полезно|полезный отзыв|отметить как полезное', 'отмечено как полезное'],
    bookmark: [
      'в закладки|добавить в закладки|в избранное|добавить в избранное',
      'убрать из закладок|удалить из закладок|убрать из избранного|удалить из избранного',
    ],
    follow: ['подписаться', 'отписаться|вы подписаны'],
  },
  ur: {
    like: ['پسند کریں|لائک|لائک کریں', 'لائک ہٹائیں|لائک ختم کریں|پسند ختم کریں'],
    upvote: ['اپ ووٹ|اپ ووٹ کریں', 'اپ ووٹ ہٹائیں'],
    helpful: ['مددگار|مفید', 'مددگار نشان زد'],
    bookmark: ['بک مارک|بک مارک کریں|پسندیدہ میں شامل کریں', 'بک مارک ہٹائیں'],
    follow: ['فالو کریں|پیروی کریں', 'فالو کر رہے ہیں|ان فالو کریں'],
  },
  id: {
    like: ['suka|sukai', 'disukai|batal suka|batalkan suka|batal menyukai|berhenti menyukai'],
    upvote: ['upvote|beri suara positif', 'batal upvote'],
    helpful: ['membantu|bermanfaat|tandai bermanfaat', 'ditandai bermanfaat'],
    bookmark: ['tambahkan ke favorit|simpan postingan', 'hapus dari favorit'],
    follow: ['ikuti', 'mengikuti|berhenti mengikuti'],
  },
  de: {
    like: ['gefällt mir|liken', 'gefällt mir nicht mehr|gefällt mir entfernen|like entfernen'],
    upvote: ['hochvoten|upvoten|positiv bewerten', 'upvote entfernen|positive bewertung entfernen'],
    helpful: ['hilfreich|nützlich|als hilfreich markieren|war hilfreich', 'als hilfreich markiert'],
    bookmark: [
      'merken|lesezeichen setzen|zu favoriten hinzufügen|als lesezeichen speichern',
      'gemerkt|lesezeichen entfernen|aus favoriten entfernen',
    ],
    follow: ['folgen', 'entfolgen|nicht mehr folgen|folge ich'],
  },
  ja: {
    like: ['いいね|いいねする', 'いいね済み|いいねを取り消す|いいねを解除'],
    upvote: ['高評価|高く評価', '高評価済み|高評価を取り消す'],
    helpful: ['役に立った|参考になった', '役に立ったを取り消す|参考になったを取り消す'],
    bookmark: [
      'ブックマーク|ブックマークする|ブックマークに追加|お気に入りに追加',
      'ブックマーク済み|ブックマークを解除|ブックマークを削除|お気に入りから削除',
    ],
    follow: ['フォロー|フォローする', 'フォロー中|フォロー解除|フォローを解除|フォローをやめる'],
  },
};
